//! What a reply letter says, part by part, each with its place.

use chrono::NaiveDate;

use crate::text::dates::DateMention;
use crate::text::span::Span;

/// A value that stands in the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The value, in the standard form of its part.
    pub value: String,
    /// The words it was read from.
    pub span: Span,
}

/// A reply letter, read.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// The title without line breaks.
    pub title: Option<Field>,
    /// The item's number as printed, digits only where it is so printed (0128).
    pub item_number: Option<Field>,
    /// 建议, 提案 or 议案, by what most of the letter says.
    pub kind: Option<Field>,
    /// The letter of the outcome as printed: A, B2.
    pub outcome_mark: Option<Field>,
    /// 发文字号 as printed, without white space.
    pub document_number: Option<Field>,
    /// 签发人, several joined by 、.
    pub signer: Option<Field>,
    /// Whom it answers, without 尊敬的 and colon.
    pub addressee: Option<Field>,
    /// The signing body, several joined by 、.
    pub issuer: Option<Field>,
    /// The date under the signature as YYYY-MM-DD.
    pub date: Option<Field>,
    /// 联系人 or 承办人, several joined by 、.
    pub contact: Option<Field>,
    /// Their telephone, several joined by 、.
    pub phone: Option<Field>,
    /// 主动公开, 依申请公开 or 不予公开.
    pub disclosure: Option<Field>,
    /// 抄送 without the closing full stop.
    pub copied_to: Option<Field>,

    /// The date under the signature as written, also where it is garbled, impossible or without a day.
    pub date_as_written: Option<DateMention>,
    /// The day it is dated.
    pub signed_on: Option<NaiveDate>,
    /// The sessions that title and opening name, in reading order.
    pub sessions: Vec<Session>,
    /// The item numbers that title and opening name.
    pub numbers: Vec<NumberMention>,
    /// The titles of suggestions quoted in the opening, without their marks.
    pub quoted_titles: Vec<Field>,
    /// 您提出的……收悉，现答复如下.
    pub opening: Option<Span>,
    /// Everything after the opening and before thanks and signature.
    pub body: Option<Span>,
    /// Body, thanks and what is asked of the deputy: all running text after the opening.
    pub prose: Option<Span>,
    /// The numbered headings of the body.
    pub headings: Vec<Heading>,
    /// What assisting bodies are said to think.
    pub assisting_opinions: Vec<Span>,
    /// What is promised, by whom and by when.
    pub commitments: Vec<Commitment>,
    /// Laws and regulations cited.
    pub citations: Vec<Citation>,
    /// The closing thanks.
    pub thanks: Option<Span>,
    /// The words about the opinion form.
    pub feedback_form: Option<Span>,
    /// The words about contact with the deputy before the reply.
    pub consultation: Option<Span>,
    /// 附件：… lines.
    pub annexes: Vec<Span>,
    /// 绝密, 机密 or 秘密 as a mark of the document.
    pub secret_mark: Option<Span>,
    /// Labels whose value was left empty.
    pub empty_labels: Vec<(Label, Span)>,
    /// All disclosure attributes found, in standard words.
    pub disclosures: Vec<Field>,
    /// Whether 、 stands where the addressee's colon should.
    pub addressee_colon: bool,
    /// Navigation, header and footer of a web page, not the letter's own.
    pub chrome: Vec<Span>,
}

/// A part that is announced by a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// 类别, 办理结果 …
    Outcome,
    /// 发文字号, 文号.
    DocumentNumber,
    /// 提案编号, 建议编号: read where no 第……号 is found.
    ItemNumber,
    /// 签发人.
    Signer,
    /// 联系人, 承办人 …
    Contact,
    /// 联系人及电话.
    ContactAndPhone,
    /// 联系电话, 电话.
    Phone,
    /// 公开属性 …
    Disclosure,
    /// 抄送, 抄报.
    CopiedTo,
    /// 附件.
    Annex,
    /// 承办单位, 承办处室: read only to end the value before it.
    Office,
}

/// A session of a congress or committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// `true` for a people's congress, `false` for a committee of the CPPCC.
    pub is_congress: bool,
    /// 第几届.
    pub term: u32,
    /// 第几次会议; `None` where none is named.
    pub number: Option<u32>,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// Its words.
    pub span: Span,
}

/// A number that the letter gives the item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberMention {
    /// As printed.
    pub value: String,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// Whether it stands in the sentence that names what was received.
    pub in_receipt: bool,
    /// Its words, 第……号.
    pub span: Span,
}

/// A numbered heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 for 一、, 2 for （一）, 3 for `1.`, 4 for （1）.
    pub level: u8,
    /// The number.
    pub number: u32,
    /// The numeral and the words up to the first full stop.
    pub span: Span,
    /// From the heading to the next one of the same or a higher level.
    pub section: Span,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// The sentence.
    pub span: Span,
    /// The words of who will do it; `None` where nobody is named.
    pub who: Option<Span>,
    /// Whether only 有关部门, 相关单位 are named.
    pub vague_who: bool,
    /// The words of by when.
    pub by_when: Option<Span>,
    /// The last day that `by_when` means, where it is a date.
    pub due_on: Option<NaiveDate>,
}

/// A law or regulation in 《》.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The name without marks.
    pub name: String,
    /// The name with its marks, and the article or the year after it.
    pub span: Span,
    /// 第……条 as printed.
    pub article: Option<String>,
    /// What stands in brackets right after the name: （2021年9月1日起施行）.
    pub note: Option<Span>,
}
