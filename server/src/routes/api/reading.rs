//! Reads what programs send. Everything that is wrong is told at once, each at its place.

use std::str::FromStr;

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use domain::language::Language;
use serde_json::{Map, Value};

use super::problem::{Fault, Problem};

/// What is wrong so far.
pub struct Reader {
    language: Language,
    faults: Vec<Fault>,
}

/// An object of the body and where it stands.
pub struct Object {
    pointer: String,
    members: Map<String, Value>,
}

impl Reader {
    /// Reads a body, which has to be an object in JSON with no members but these.
    ///
    /// # Errors
    /// It says that it is something else, or it is no JSON.
    pub fn open(
        headers: &HeaderMap,
        body: &Bytes,
        known: &[&str],
        language: Language,
    ) -> Result<(Self, Object), Problem> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(Problem::new(status, "not-json", "api-not-json", language));
        }
        let value: Value = serde_json::from_slice(body).map_err(|_| {
            Problem::new(StatusCode::BAD_REQUEST, "unreadable", "api-unreadable", language)
        })?;
        let mut reader = Self { language, faults: Vec::new() };
        let object = reader.object("#".to_owned(), Some(value), known);
        Ok((reader, object))
    }

    /// Notes a fault.
    pub fn fault(&mut self, pointer: impl Into<String>, code: &str, key: &str) {
        self.faults.push(Fault::at(pointer, code, key, self.language));
    }

    /// This is not of the sort that it has to be.
    fn wrong(&mut self, pointer: &str) {
        self.fault(pointer, "wrong-type", "api-wrong-type");
    }

    fn object(&mut self, pointer: String, value: Option<Value>, known: &[&str]) -> Object {
        let members = match value {
            Some(Value::Object(members)) => members,
            None => {
                self.fault(pointer.as_str(), "required", "invalid-required");
                Map::new()
            }
            Some(_) => {
                self.wrong(&pointer);
                Map::new()
            }
        };
        for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
            // As a pointer writes it, and no longer than it helps.
            let name: String = name.chars().take(40).collect();
            let name = name.replace('~', "~0").replace('/', "~1");
            self.fault(format!("{pointer}/{name}"), "unknown-member", "api-unknown-member");
        }
        Object { pointer, members }
    }

    /// A member that is an object.
    pub fn member(&mut self, of: &mut Object, name: &str, known: &[&str]) -> Object {
        let value = of.members.remove(name);
        self.object(format!("{}/{name}", of.pointer), value, known)
    }

    /// A member that is a list of objects.
    pub fn list(&mut self, of: &mut Object, name: &str, known: &[&str]) -> Vec<Object> {
        let pointer = format!("{}/{name}", of.pointer);
        match of.members.remove(name) {
            Some(Value::Array(values)) => {
                let item =
                    |(index, value)| self.object(format!("{pointer}/{index}"), Some(value), known);
                // What is far too much is refused all the same, without as many faults.
                values.into_iter().take(100).enumerate().map(item).collect()
            }
            None => {
                self.fault(pointer, "required", "invalid-required");
                Vec::new()
            }
            Some(_) => {
                self.wrong(&pointer);
                Vec::new()
            }
        }
    }

    /// A member that is a text and has to be there.
    pub fn text(&mut self, of: &mut Object, name: &str) -> String {
        let pointer = format!("{}/{name}", of.pointer);
        match of.members.remove(name) {
            Some(Value::String(text)) => text,
            None => {
                self.fault(pointer, "required", "invalid-required");
                String::new()
            }
            Some(_) => {
                self.wrong(&pointer);
                String::new()
            }
        }
    }

    /// A member that is a text of this kind and has to be there.
    pub fn parsed<T: FromStr>(&mut self, of: &mut Object, name: &str) -> Option<T> {
        let before = self.faults.len();
        let text = self.text(of, name);
        if self.faults.len() > before {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            self.fault(of.at(name), "unknown-choice", "invalid-unknown-choice");
        }
        value
    }

    /// A member that is true or false and has to be there.
    pub fn truth(&mut self, of: &mut Object, name: &str) -> bool {
        let value = of.members.remove(name).and_then(|value| value.as_bool());
        if value.is_none() {
            let pointer = of.at(name);
            self.wrong(&pointer);
        }
        value.unwrap_or_default()
    }

    /// A member that is a whole number and has to be there.
    pub fn number(&mut self, of: &mut Object, name: &str) -> i64 {
        let pointer = format!("{}/{name}", of.pointer);
        match of.members.remove(name).map(|value| value.as_i64()) {
            Some(Some(number)) => number,
            None => {
                self.fault(pointer, "required", "invalid-required");
                0
            }
            Some(None) => {
                self.wrong(&pointer);
                0
            }
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// Everything that was wrong.
    pub fn done(self) -> Result<(), Problem> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(Problem::faults(self.faults, self.language))
        }
    }
}

impl Object {
    /// Whether it has this member.
    pub fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Where a member of it stands.
    pub fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.pointer)
    }
}
