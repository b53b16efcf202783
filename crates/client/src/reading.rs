//! JSON read into the types of the contract.
//!
//! What serde writes to read each type is the largest part of the pages' WASM, so it is asked for as little as the
//! contract needs: the text is parsed into a tree by code that is there once, whatever the type; an object is read as
//! the sequence of its type's fields, which takes no code to recognise their names; a code is a text. A field that is
//! left out is null, and null is an empty list where a list is expected.

use serde::de::value::MapDeserializer;
use serde::de::{
    self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, Visitor,
};
use std::fmt;
use std::slice;

/// Reads a whole text.
pub(crate) fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Reason> {
    T::deserialize(Reader(&mut parsed(json)?))
}

#[inline(never)]
fn parsed(json: &[u8]) -> Result<Value, Reason> {
    let json = std::str::from_utf8(json).map_err(|error| said(&error))?;
    serde_json::from_str(json).map_err(|error| said(&error))
}

/// A text, parsed. Not the tree of `serde_json`, which knows more than is needed here: to say so when it finds a number
/// where there should be none, it brings the standard library's writer of numbers, 10 kB of tables.
enum Value {
    Null,
    Truth(bool),
    Natural(u64),
    Integer(i64),
    Decimal(f64),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Truth(truth))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Natural(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Integer(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Decimal(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Value::Object(entries))
    }
}

/// Why a text is not what was expected, in words for those who look after the platform.
#[derive(Debug, PartialEq)]
pub(crate) struct Reason(Box<str>);

#[inline(never)]
fn said(words: &dyn fmt::Display) -> Reason {
    Reason(words.to_string().into())
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Reason {}

impl de::Error for Reason {
    fn custom<T: fmt::Display>(words: T) -> Self {
        said(&words)
    }

    // What was found instead is left out: it may be a number, and writing those takes 10 kB.
    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        said(&format_args!("expected {expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        said(&format_args!("expected {expected}"))
    }
}

/// A value about to be read; what it holds is taken out of it.
struct Reader<'a>(&'a mut Value);

impl Reader<'_> {
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match *self.0 {
            Value::Natural(number) => visitor.visit_u64(number),
            Value::Integer(number) => visitor.visit_i64(number),
            Value::Decimal(number) => visitor.visit_f64(number),
            _ => unexpected(&visitor),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.0 {
            Value::Text(text) => visitor.visit_string(std::mem::take(text)),
            _ => unexpected(&visitor),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        let items = match self.0 {
            Value::List(items) => items.as_mut_slice(),
            Value::Null => &mut [],
            _ => return unexpected(&visitor),
        };
        visitor.visit_seq(Items(items.iter_mut()))
    }
}

fn unexpected<T>(expected: &dyn Expected) -> Result<T, Reason> {
    Err(said(&format_args!("expected {expected}")))
}

/// Several kinds of values that are read alike.
macro_rules! read_as {
    ($how:ident: $($name:ident)+) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> { self.$how(visitor) })+
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Reason;

    read_as! { number:
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
    }
    read_as! { text:
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_identifier
    }
    read_as! { list: deserialize_seq }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Truth(truth) => visitor.visit_bool(*truth),
            Value::Natural(_) | Value::Integer(_) | Value::Decimal(_) => self.number(visitor),
            Value::Text(_) => self.text(visitor),
            Value::List(_) => self.list(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.0 {
            Value::Truth(truth) => visitor.visit_bool(*truth),
            _ => unexpected(&visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            _ => unexpected(&visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Reason> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        self.list(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        let Value::Object(entries) = self.0 else {
            return unexpected(&visitor);
        };
        let entries = entries
            .iter_mut()
            .map(|(key, value)| (key.as_str(), Reader(value)));
        visitor.visit_map(MapDeserializer::new(entries))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        let Value::Object(entries) = self.0 else {
            return unexpected(&visitor);
        };
        visitor.visit_seq(Fields {
            entries,
            names: names.iter(),
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        match self.0 {
            Value::Text(code) => visitor.visit_enum(code.as_str().into_deserializer()),
            _ => unexpected(&visitor),
        }
    }
}

impl IntoDeserializer<'_, Reason> for Reader<'_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

/// The items of a list.
struct Items<'a>(slice::IterMut<'a, Value>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Reason;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Reason> {
        match self.0.next() {
            Some(item) => seed.deserialize(Reader(item)).map(Some),
            None => Ok(None),
        }
    }
}

/// The fields of an object, in the order of its type.
struct Fields<'a> {
    entries: &'a mut [(String, Value)],
    names: slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Reason;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Reason> {
        let Some(name) = self.names.next() else {
            return Ok(None);
        };
        let mut absent = Value::Null;
        let mut entries = self.entries.iter_mut();
        let field = entries
            .find(|(key, _)| key == name)
            .map_or(&mut absent, |(_, value)| value);
        match seed.deserialize(Reader(field)) {
            Ok(value) => Ok(Some(value)),
            Err(reason) => Err(said(&format_args!("{name}: {reason}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aect_types::events::EventTime;
    use aect_types::stats::StatsBy;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Sample {
        name: String,
        by: StatsBy,
        when: Option<EventTime>,
        count: u64,
        share: f64,
        place: Option<(f64, i8)>,
        #[serde(default)]
        notes: Vec<String>,
    }

    fn sample(json: &str) -> Result<Sample, String> {
        read(json.as_bytes()).map_err(|reason| reason.to_string())
    }

    #[test]
    fn every_kind_of_value_is_read_as_serde_json_reads_it() {
        for json in [
            r#"{"name": "Été \u00e0 l'Œuvre", "by": "year", "count": 3, "share": 2, "more": [{}, 1, null]}"#,
            r#"{"name": "", "by": "theme", "when": null, "count": 18446744073709551615, "share": -0.5e-3,
                "place": [1.5, -2], "notes": ["a", "b"]}"#,
            r#"{"name": "a", "by": "kind", "count": 0, "share": 1.25,
                "when": {"precision": "times", "start": "2026-11-24T09:30:00", "end": null, "time_zone": "Europe/Paris"}}"#,
        ] {
            let expected: Sample = serde_json::from_str(json).unwrap();
            assert_eq!(sample(json), Ok(expected), "{json}");
        }
    }

    #[test]
    fn what_is_left_out_is_null_and_null_is_an_empty_list() {
        let read = sample(r#"{"name": "a", "by": "year", "count": 1, "share": 1, "notes": null}"#).unwrap();
        assert_eq!((read.when, read.place, read.notes), (None, None, Vec::new()));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let said = |json| sample(json).unwrap_err();
        assert_eq!(
            said(r#"{"by": "year", "count": 1, "share": 1}"#),
            "name: expected a string"
        );
        assert_eq!(
            said(r#"{"name": 1, "by": "year", "count": 1, "share": 1}"#),
            "name: expected a string"
        );
        assert_eq!(
            said(r#"{"name": "a", "by": "year", "count": -1, "share": 1}"#),
            "count: expected u64"
        );
        assert!(said(r#"{"name": "a", "by": "moon"}"#).starts_with("by: unknown variant `moon`"));
        assert_eq!(said("[]"), "expected struct Sample");
        assert_eq!(
            said(r#"{"name": "a", "by": "year", "count": 1, "share": 1, "when": {"precision": "days"}}"#),
            "when: a time is `days` with `first` and `last`, `period` with `date`, or `times` with `start` and \
             `time_zone`"
        );
        assert!(said("{").starts_with("EOF while parsing"));
    }
}
