//! What may be public, made public.
