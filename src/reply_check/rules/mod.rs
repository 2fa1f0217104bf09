//! The rules for replies, one file each, in the order of the signing sheet.
//!
//! A rule's examples are in the form that [`super::example`] reads; they run as tests.

use crate::rule::Rule;

use super::case::ReplyCase;

mod addressee_missing;
mod addressee_not_the_submitter;
mod addressee_without_colon;
mod against_policy;
mod annex_without_list;
mod approval_step_missing;
mod approvals_out_of_order;
mod approximation_stacked;
mod ask_deferred;
mod ask_only_repeated;
mod ask_unanswered;
mod assisting_opinion_missing;
mod bank_account_in_public_reply;
mod colloquial_apology;
mod commitment_without_deadline;
mod consultation_not_mentioned;
mod consultation_not_recorded;
mod contact_missing;
mod date_incomplete;
mod date_missing;
mod dated_before_assignment;
mod dated_before_signing;
mod dated_in_the_future;
mod deadline_already_past;
mod disclosure_conflict;
mod disclosure_missing;
mod document_number_brackets;
mod document_number_missing;
mod document_number_year_differs;
mod document_number_zero_padded;
mod empty_phrases;
mod entry_number_differs;
mod feedback_form_missing;
mod garbled_digits;
mod half_width_punctuation;
mod heading_mark_form;
mod heading_number_skipped;
mod home_address_in_public_reply;
mod id_number_in_public_reply;
mod impossible_date;
mod internal_material_in_public_reply;
mod issued_by_internal_office;
mod issuer_differs_from_title;
mod item_number_differs;
mod kind_conflict;
mod law_article_in_arabic;
mod law_not_yet_in_force;
mod law_unknown;
mod law_year_misstated;
mod merged_suggestion_unnamed;
mod minor_named_in_public_reply;
mod mixed_date_digits;
mod mobile_number_in_public_reply;
mod nondisclosure_without_reason;
mod outcome_mark_missing;
mod outdated_body_name;
mod phone_missing;
mod placeholder_left;
mod planned_class_without_plan;
mod promise_without_responsible_body;
mod pronoun_conflict;
mod quoted_title_differs;
mod redo_reason_unanswered;
mod refusal_without_alternative;
mod repealed_law_cited;
mod repeated_punctuation;
mod repeated_word;
mod replied_before_consultation;
mod replied_late;
mod reply_off_topic;
mod secret_mark_with_disclosure;
mod session_differs;
mod session_misnamed;
mod signature_missing;
mod signer_differs_from_approval;
mod solved_class_with_refusal;
mod solved_class_without_result;
mod space_between_chinese_and_digits;
mod suggestion_not_named;
mod thanks_missing;
mod title_incomplete;
mod title_missing;
mod two_digit_year;
mod unbalanced_quotation_marks;
mod unbalanced_title_marks;
mod unit_not_legal;
mod unsolved_class_without_reasons;
mod work_summary_style;
mod wrong_word;

/// All rules for replies in reading order.
pub static RULES: &[&Rule<ReplyCase>] = &[
    // 格式
    &title_missing::RULE,
    &title_incomplete::RULE,
    &addressee_missing::RULE,
    &addressee_without_colon::RULE,
    &document_number_missing::RULE,
    &document_number_brackets::RULE,
    &document_number_zero_padded::RULE,
    &outcome_mark_missing::RULE,
    &signature_missing::RULE,
    &date_missing::RULE,
    &date_incomplete::RULE,
    &impossible_date::RULE,
    &thanks_missing::RULE,
    &feedback_form_missing::RULE,
    &contact_missing::RULE,
    &phone_missing::RULE,
    &annex_without_list::RULE,
    &heading_number_skipped::RULE,
    &heading_mark_form::RULE,
    &unbalanced_title_marks::RULE,
    &unbalanced_quotation_marks::RULE,
    &half_width_punctuation::RULE,
    &space_between_chinese_and_digits::RULE,
    &repeated_punctuation::RULE,
    // 对号
    &kind_conflict::RULE,
    &item_number_differs::RULE,
    &session_misnamed::RULE,
    &session_differs::RULE,
    &quoted_title_differs::RULE,
    &suggestion_not_named::RULE,
    &entry_number_differs::RULE,
    &addressee_not_the_submitter::RULE,
    &issued_by_internal_office::RULE,
    &issuer_differs_from_title::RULE,
    &document_number_year_differs::RULE,
    &pronoun_conflict::RULE,
    // 对题
    &reply_off_topic::RULE,
    &ask_unanswered::RULE,
    &ask_only_repeated::RULE,
    &work_summary_style::RULE,
    // 对症
    &solved_class_without_result::RULE,
    &planned_class_without_plan::RULE,
    &unsolved_class_without_reasons::RULE,
    &solved_class_with_refusal::RULE,
    &commitment_without_deadline::RULE,
    &promise_without_responsible_body::RULE,
    &deadline_already_past::RULE,
    &empty_phrases::RULE,
    &ask_deferred::RULE,
    &refusal_without_alternative::RULE,
    // 程序
    &consultation_not_mentioned::RULE,
    &consultation_not_recorded::RULE,
    &assisting_opinion_missing::RULE,
    &merged_suggestion_unnamed::RULE,
    &dated_before_assignment::RULE,
    &dated_before_signing::RULE,
    &replied_before_consultation::RULE,
    &replied_late::RULE,
    &approvals_out_of_order::RULE,
    &approval_step_missing::RULE,
    &signer_differs_from_approval::RULE,
    &dated_in_the_future::RULE,
    &redo_reason_unanswered::RULE,
    // 合法
    &repealed_law_cited::RULE,
    &law_year_misstated::RULE,
    &law_not_yet_in_force::RULE,
    &law_unknown::RULE,
    &law_article_in_arabic::RULE,
    &against_policy::RULE,
    // 公开
    &disclosure_missing::RULE,
    &disclosure_conflict::RULE,
    &nondisclosure_without_reason::RULE,
    &id_number_in_public_reply::RULE,
    &mobile_number_in_public_reply::RULE,
    &bank_account_in_public_reply::RULE,
    &home_address_in_public_reply::RULE,
    &minor_named_in_public_reply::RULE,
    &secret_mark_with_disclosure::RULE,
    &internal_material_in_public_reply::RULE,
    // 文字
    &wrong_word::RULE,
    &garbled_digits::RULE,
    &repeated_word::RULE,
    &placeholder_left::RULE,
    &two_digit_year::RULE,
    &mixed_date_digits::RULE,
    &outdated_body_name::RULE,
    &unit_not_legal::RULE,
    &approximation_stacked::RULE,
    &colloquial_apology::RULE,
];
