//! Reads a value that is not wholly right: what can be read is read, what cannot is taken out and listed with its place.

use std::cell::Cell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, Deserialize, DeserializeSeed, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};

use super::node::{Node, Step};
use super::problem::{Place, Problem, ProblemCode};

/// More faults than this in one record, and it is kept aside.
const MOST_FAULTS: usize = 64;

/// Reads a `T` from `node`, taking out one faulty part after the other until the rest can be read.
///
/// The problems have pointers that begin with `pointer`. `None` where what is left lacks something it must have, or has
/// too many faults; the last problem then says why.
pub(super) fn read_tolerantly<T: Deserialize<'static>>(node: &mut Node, pointer: &str) -> (Option<T>, Vec<Problem>) {
    let mut problems = Vec::new();
    loop {
        let fault = match T::deserialize(Reading(node)) {
            Ok(value) => return (Some(value), problems),
            Err(fault) => fault,
        };
        let path: Vec<Step> = fault.path.into_iter().rev().collect();
        let place = Place { pointer: Some(pointer_of(pointer, &path)), ..Place::default() };
        if problems.len() >= MOST_FAULTS {
            problems.push(Problem::new(ProblemCode::TooManyProblems, place));
            return (None, problems);
        }
        let taken_out = node.take_out(&path);
        let lost_whole = taken_out.is_none();
        let value = fault.value.or_else(|| taken_out.as_ref().map(Node::quoted));
        let mut problem = Problem::new(fault.code, place).expecting(fault.expected);
        if let Some(value) = value {
            problem = problem.with_value(&value);
        }
        problems.push(problem);
        if lost_whole {
            return (None, problems);
        }
    }
}

fn pointer_of(start: &str, path: &[Step]) -> String {
    let mut pointer = start.to_owned();
    for step in path {
        pointer.push('/');
        match step {
            Step::Field(_, name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
            Step::Item(_, place) => pointer.push_str(&place.to_string()),
        }
    }
    pointer
}

/// What is wrong at one place of a node; the path is collected from the inside out.
#[derive(Debug)]
struct Fault {
    code: ProblemCode,
    value: Option<String>,
    expected: String,
    path: Vec<Step>,
}

impl Fault {
    fn new(code: ProblemCode, value: Option<String>, expected: String) -> Self {
        Self { code, value, expected, path: Vec::new() }
    }

    fn under(mut self, step: Step) -> Self {
        self.path.push(step);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {:?}, expected {}", self.code.as_str(), self.value, self.expected)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(ProblemCode::WrongType, None, message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(ProblemCode::WrongType, None, expected.to_string())
    }

    fn invalid_value(value: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        match value {
            Unexpected::Str(text) if expected.contains("date") => Self::new(ProblemCode::of_date(text), None, expected),
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => {
                Self::new(ProblemCode::OutOfRange, None, expected)
            }
            _ => Self::new(ProblemCode::WrongType, None, expected),
        }
    }

    fn unknown_variant(word: &str, words: &'static [&'static str]) -> Self {
        Self::new(ProblemCode::UnknownWord, Some(word.to_owned()), words.join("、"))
    }

    fn unknown_field(name: &str, names: &'static [&'static str]) -> Self {
        Self::new(ProblemCode::UnknownField, Some(name.to_owned()), names.join("、"))
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new(ProblemCode::MissingField, None, name.to_owned())
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::new(ProblemCode::DuplicateField, Some(name.to_owned()), String::new())
    }
}

/// A node as serde reads it; every text is copied out, so that what is read outlives the node.
struct Reading<'n>(&'n Node);

impl<'de> de::Deserializer<'de> for Reading<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Node::Null => visitor.visit_unit(),
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Number(value) => match (value.as_u64(), value.as_i64(), value.as_f64()) {
                (Some(value), _, _) => visitor.visit_u64(value),
                (_, Some(value), _) => visitor.visit_i64(value),
                (_, _, value) => visitor.visit_f64(value.unwrap_or_default()),
            },
            Node::Text(text) => visitor.visit_str(text),
            Node::List(items) => visitor.visit_seq(Items { items, at: 0 }),
            Node::Object(fields) => read_fields(fields, visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Node::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Node::Object(fields) => read_fields(fields, visitor),
            _ => Err(Fault::new(ProblemCode::WrongType, None, visitor_words(&visitor))),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Node::Text(word) => visitor.visit_enum(Word(word)),
            other => Err(Fault::new(ProblemCode::UnknownWord, Some(other.to_json()), words.join("、"))),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

fn read_fields<'de, V: Visitor<'de>>(fields: &[(String, Node)], visitor: V) -> Result<V::Value, Fault> {
    let at = Cell::new(0);
    let value = visitor.visit_map(Fields { fields, at: &at });
    value.map_err(|fault| match (fault.code, fields.get(at.get())) {
        // serde says this of the struct as a whole, when it has read the second name and not yet its value
        (ProblemCode::DuplicateField, Some((name, _))) if fault.path.is_empty() => {
            fault.under(Step::Field(at.get(), name.clone()))
        }
        _ => fault,
    })
}

fn visitor_words<'de, V: Visitor<'de>>(visitor: &V) -> String {
    struct Words<'v, V>(&'v V);
    impl<'de, V: Visitor<'de>> fmt::Display for Words<'_, V> {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.expecting(formatter)
        }
    }
    Words(visitor).to_string()
}

struct Word<'n>(&'n str);

impl<'de> EnumAccess<'de> for Word<'_> {
    type Error = Fault;
    type Variant = NoContent;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, NoContent), Fault> {
        Ok((seed.deserialize(StrDeserializer::new(self.0))?, NoContent))
    }
}

struct NoContent;

impl<'de> VariantAccess<'de> for NoContent {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Fault> {
        Err(de::Error::custom("a word"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(de::Error::custom("a word"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Fault> {
        Err(de::Error::custom("a word"))
    }
}

struct Items<'n> {
    items: &'n [(usize, Node)],
    at: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some((place, item)) = self.items.get(self.at) else { return Ok(None) };
        let step = Step::Item(self.at, *place);
        self.at += 1;
        seed.deserialize(Reading(item)).map(Some).map_err(|fault| fault.under(step))
    }
}

struct Fields<'n, 'at> {
    fields: &'n [(String, Node)],
    at: &'at Cell<usize>,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let at = self.at.get();
        let Some((name, _)) = self.fields.get(at) else { return Ok(None) };
        let key = seed.deserialize(StrDeserializer::new(name));
        key.map(Some).map_err(|fault: Fault| fault.under(Step::Field(at, name.clone())))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        let at = self.at.get();
        let Some((name, value)) = self.fields.get(at) else { return Err(de::Error::custom("a value")) };
        self.at.set(at + 1);
        seed.deserialize(Reading(value)).map_err(|fault| fault.under(Step::Field(at, name.clone())))
    }
}
