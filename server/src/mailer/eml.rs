//! Reading back the mails that were written as files, for `/dev/mail` and tests.
//!
//! Reads what `message.rs` writes, and does not break on anything else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A mail: its headers, and its first text.
#[derive(Debug)]
pub struct Eml {
    headers: Vec<(String, String)>,
    body: String,
}

impl Eml {
    /// The mail in these octets.
    pub fn read(octets: &[u8]) -> Self {
        let text = String::from_utf8_lossy(octets).replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
        Self { headers: headers(head), body: body.to_owned() }
    }

    /// The value of a header, decoded; empty if it is not there.
    pub fn header(&self, name: &str) -> String {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| decoded_words(value)).unwrap_or_default()
    }

    /// The first plain text in it.
    pub fn text(&self) -> Option<String> {
        let kind = self.raw("Content-Type").unwrap_or("text/plain");
        if let Some(boundary) = boundary(kind) {
            let separator = format!("--{boundary}");
            let body = format!("\n{}", self.body);
            return body
                .split(&format!("\n{separator}"))
                .skip(1)
                .take_while(|part| !part.starts_with("--"))
                .find_map(|part| Self::read(part.trim_start_matches('\n').as_bytes()).text());
        }
        if !kind.to_ascii_lowercase().starts_with("text/plain") {
            return None;
        }
        let octets = match self.raw("Content-Transfer-Encoding").map(str::to_ascii_lowercase) {
            Some(coding) if coding == "base64" => {
                let digits: String = self.body.split_whitespace().collect();
                STANDARD.decode(digits).ok()?
            }
            Some(coding) if coding == "quoted-printable" => quoted_printable(&self.body),
            _ => self.body.clone().into_bytes(),
        };
        Some(String::from_utf8_lossy(&octets).into_owned())
    }

    fn raw(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// Names and values, lines that were folded put together again.
fn headers(head: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = headers.last_mut() {
                value.push_str(line);
            }
        } else if let Some((name, value)) = line.split_once(':') {
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
    }
    headers
}

fn boundary(kind: &str) -> Option<String> {
    let (_, rest) = kind.split_once("boundary=")?;
    let value = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split(';').next(),
    };
    value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned)
}

/// RFC 2047: `=?utf-8?b?…?=`. White space between two encoded words is not part of the text.
fn decoded_words(value: &str) -> String {
    let mut text = String::new();
    let mut octets = Vec::new();
    for word in value.split_whitespace() {
        if let Some(decoded) = encoded_word(word) {
            if octets.is_empty() && !text.is_empty() {
                text.push(' ');
            }
            octets.extend(decoded);
        } else {
            text.push_str(&String::from_utf8_lossy(&std::mem::take(&mut octets)));
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
    }
    text.push_str(&String::from_utf8_lossy(&octets));
    text
}

fn encoded_word(word: &str) -> Option<Vec<u8>> {
    let inner = word.strip_prefix("=?")?.strip_suffix("?=")?;
    let mut parts = inner.splitn(3, '?');
    let (charset, coding, text) = (parts.next()?, parts.next()?, parts.next()?);
    if !charset.eq_ignore_ascii_case("utf-8") {
        return None;
    }
    match coding {
        "b" | "B" => STANDARD.decode(text).ok(),
        "q" | "Q" => Some(quoted_printable(&text.replace('_', " "))),
        _ => None,
    }
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'=' {
            octets.push(first);
            continue;
        }
        if let Some(after) = rest.strip_prefix(b"\n") {
            rest = after;
            continue;
        }
        let digits = rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(octet) => {
                octets.push(octet);
                rest = &rest[2..];
            }
            None => octets.push(b'='),
        }
    }
    octets
}

#[cfg(test)]
mod tests {
    use super::Eml;

    #[test]
    fn folded_and_encoded_headers_are_read() {
        let eml = Eml::read(
            b"Subject: =?utf-8?b?0JrRg9Cx?=\r\n =?utf-8?b?0L7Qug==?= 2027\r\nTo: a\r\n b\r\n\r\nHi",
        );
        assert_eq!(eml.header("subject"), "Кубок 2027");
        assert_eq!(eml.header("To"), "a b");
        assert_eq!(eml.text().as_deref(), Some("Hi"));
    }

    #[test]
    fn nothing_breaks_it() {
        for octets in [
            b"".as_slice(),
            b"\xff\xfe\0",
            b"Content-Type: multipart/mixed; boundary=\"",
            b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a--",
            b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/x; boundary=a\r\n\r\n--a\r\n",
            b"Content-Transfer-Encoding: quoted-printable\r\n\r\n=\xc3=4",
        ] {
            let eml = Eml::read(octets);
            let _ = (eml.text(), eml.header("Subject"));
        }
    }
}
