//! One `VEVENT` (RFC 5545, 3.6.1): its lines, and the draft they become.

use super::calendar::Calendar;
use super::lines::Content;
use super::problem::{Failure, ProblemKind, Problems, shown};
use super::text::{cut, is_unsafe, many_lines, one_line, raw, text, texts};
use super::times::Times;
use super::zones::Names;
use super::{Draft, limits};

/// The properties of an event that are read, as they stand.
#[derive(Default)]
pub(super) struct Event<'a> {
    /// The line of its `BEGIN`.
    pub(super) line: usize,
    uid: Option<Content<'a>>,
    summary: Option<Content<'a>>,
    description: Option<Content<'a>>,
    location: Option<Content<'a>>,
    geo: Option<Content<'a>>,
    url: Option<Content<'a>>,
    status: Option<Content<'a>>,
    sequence: Option<Content<'a>>,
    start: Option<Content<'a>>,
    end: Option<Content<'a>>,
    duration: Option<Content<'a>>,
    recurrence_id: Option<Content<'a>>,
    recurrence: Option<usize>,
    categories: Vec<Content<'a>>,
}

impl<'a> Event<'a> {
    /// The event that begins on this line.
    pub(super) fn at(line: usize) -> Self {
        Self { line, ..Self::default() }
    }

    /// Takes a line. The first of a property counts; rules of recurrence are not looked into.
    pub(super) fn take(&mut self, content: Content<'a>, problems: &mut Problems) {
        let (name, slot) = match content.name.as_str() {
            "UID" => ("UID", &mut self.uid),
            "SUMMARY" => ("SUMMARY", &mut self.summary),
            "DESCRIPTION" => ("DESCRIPTION", &mut self.description),
            "LOCATION" => ("LOCATION", &mut self.location),
            "GEO" => ("GEO", &mut self.geo),
            "URL" => ("URL", &mut self.url),
            "STATUS" => ("STATUS", &mut self.status),
            "SEQUENCE" => ("SEQUENCE", &mut self.sequence),
            "DTSTART" => ("DTSTART", &mut self.start),
            "DTEND" => ("DTEND", &mut self.end),
            "DURATION" => ("DURATION", &mut self.duration),
            "RECURRENCE-ID" => ("RECURRENCE-ID", &mut self.recurrence_id),
            "RRULE" | "RDATE" => {
                if !content.value().trim_ascii().is_empty() {
                    self.recurrence.get_or_insert(content.line);
                }
                return;
            }
            "CATEGORIES" if !content.too_long => {
                if self.categories.len() < limits::CATEGORIES {
                    self.categories.push(content);
                }
                return;
            }
            "CATEGORIES" => ("CATEGORIES", &mut None),
            _ => return,
        };
        if content.too_long {
            problems.add(content.line, ProblemKind::LineTooLong);
        } else if slot.is_some() {
            problems.add(content.line, ProblemKind::Repeated(name));
        } else {
            *slot = Some(content);
        }
    }

    /// The UID and the title to name the event by, as far as they can be read.
    pub(super) fn names(&self) -> (Option<String>, Option<String>) {
        let name = |content: &Option<Content<'a>>| {
            let text = one_line(&text(content.as_ref()?).ok()?);
            (!text.is_empty()).then_some(text)
        };
        (name(&self.uid), name(&self.summary))
    }

    /// The draft, or `None` where a problem with the loss of the event was named.
    pub(super) fn draft(
        &self,
        calendar: &Calendar<'_>,
        names: &mut Names,
        problems: &mut Problems,
    ) -> Option<Draft> {
        if let Some(content) = &self.recurrence_id {
            problems.add(content.line, ProblemKind::OverrideNotRead);
            return None;
        }
        let when = self.times().and_then(|times| times.read(calendar, names));
        let when = problems.keep(when);
        let title = problems.keep(self.title());
        let title = title.map(|text| {
            capped(text, "title", limits::TITLE, self.line_of(&self.summary), problems)
        });
        let description = problems.keep(cleaned(&self.description, many_lines)).map(|text| {
            let line = self.line_of(&self.description);
            capped(text, "description", limits::DESCRIPTION, line, problems)
        });
        let location = problems.keep(cleaned(&self.location, one_line)).map(|text| {
            capped(text, "location", limits::LOCATION, self.line_of(&self.location), problems)
        });
        let uid = problems.keep(cleaned(&self.uid, one_line));
        let url = problems.keep(cleaned(&self.url, one_line));
        let categories = self.categories(problems);
        let draft = Draft {
            line: self.line,
            uid: self.checked_uid(uid?, problems),
            title: title?,
            description: description?,
            location: Some(location?).filter(|location| !location.is_empty()),
            coordinates: self.coordinates(problems),
            url: self.checked_url(url?, problems),
            categories: categories?,
            language: self.language(),
            cancelled: calendar.is_cancellation() || self.is_cancelled(),
            sequence: self.sequence(),
            when: when?,
        };
        if let Some(line) = self.recurrence {
            problems.add(line, ProblemKind::RecurrenceNotRead);
        }
        Some(draft)
    }

    fn times(&self) -> Result<Times<'_, 'a>, Failure> {
        let start = self.start.as_ref().ok_or((self.line, ProblemKind::NoStart))?;
        Ok(Times { start, end: self.end.as_ref(), duration: self.duration.as_ref() })
    }

    fn title(&self) -> Result<String, Failure> {
        let title = cleaned(&self.summary, one_line)?;
        let line = self.line_of(&self.summary);
        if title.is_empty() { Err((line, ProblemKind::NoTitle)) } else { Ok(title) }
    }

    /// The line of a property, or of the event that lacks it.
    fn line_of(&self, content: &Option<Content<'_>>) -> usize {
        content.as_ref().map_or(self.line, |content| content.line)
    }

    fn checked_uid(&self, uid: String, problems: &mut Problems) -> Option<String> {
        if uid.len() > limits::UID {
            problems.add(self.line_of(&self.uid), ProblemKind::UidTooLong);
            return None;
        }
        (!uid.is_empty()).then_some(uid)
    }

    fn checked_url(&self, url: String, problems: &mut Problems) -> Option<String> {
        let content = self.url.as_ref().filter(|_| !url.is_empty())?;
        if url.len() > limits::URL || !is_web_address(&url) {
            problems.add(content.line, ProblemKind::BadUrl(shown(url.as_bytes())));
            return None;
        }
        Some(url)
    }

    /// Latitude and longitude (RFC 5545, 3.8.1.6). Some programs escape the semicolon.
    fn coordinates(&self, problems: &mut Problems) -> Option<(f64, f64)> {
        let content = self.geo.as_ref()?;
        let value = String::from_utf8_lossy(content.value()).replace('\\', "");
        if value.trim().is_empty() {
            return None;
        }
        let number = |text: &str, most: f64| {
            text.trim().parse::<f64>().ok().filter(|number| number.abs() <= most)
        };
        let place = value
            .split_once(';')
            .and_then(|(north, east)| Some((number(north, 90.0)?, number(east, 180.0)?)));
        if place.is_none() {
            problems.add(content.line, ProblemKind::BadGeo(shown(content.value())));
        }
        place
    }

    /// The categories, each once (RFC 5545, 3.8.1.2).
    fn categories(&self, problems: &mut Problems) -> Option<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        for content in &self.categories {
            let list = problems.keep(texts(content).map_err(|kind| (content.line, kind)))?;
            for name in list {
                let name = one_line(&name);
                let name = capped(name, "category", limits::CATEGORY, content.line, problems);
                if name.is_empty() || found.contains(&name) {
                    continue;
                }
                if found.len() == limits::CATEGORIES {
                    let (what, limit) = ("list of categories", limits::CATEGORIES);
                    problems.add(content.line, ProblemKind::Cut { what, limit, unit: "entries" });
                    return Some(found);
                }
                found.push(name);
            }
        }
        Some(found)
    }

    /// The `LANGUAGE` of the title (RFC 5545, 3.2.10), if it looks like a language tag.
    fn language(&self) -> Option<String> {
        let tag = self.summary.as_ref()?.param("LANGUAGE")?;
        let fits = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        (tag.len() <= 35 && tag.split('-').all(fits)).then(|| tag.to_owned())
    }

    fn is_cancelled(&self) -> bool {
        let status = self.status.as_ref().and_then(|content| raw(content).ok());
        status.is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"))
    }

    /// The `SEQUENCE` (RFC 5545, 3.8.7.4), 0 unless it says otherwise.
    fn sequence(&self) -> u32 {
        let value = self.sequence.as_ref().and_then(|content| raw(content).ok());
        value.and_then(|value| value.parse().ok()).unwrap_or(0)
    }
}

/// The text of a property after `clean`; nothing if the property is missing.
fn cleaned(content: &Option<Content<'_>>, clean: fn(&str) -> String) -> Result<String, Failure> {
    match content {
        Some(content) => {
            text(content).map(|text| clean(&text)).map_err(|kind| (content.line, kind))
        }
        None => Ok(String::new()),
    }
}

/// The text cut to `limit`, and a problem if it was longer.
fn capped(
    mut text: String,
    what: &'static str,
    limit: usize,
    line: usize,
    problems: &mut Problems,
) -> String {
    if cut(&mut text, limit) {
        problems.add(line, ProblemKind::Cut { what, limit, unit: "characters" });
    }
    text
}

/// Whether this begins as a link on the web does and has nothing in it that could end one.
fn is_web_address(url: &str) -> bool {
    let host = ["https://", "http://"].iter().find_map(|scheme| {
        let start = url.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
    });
    let ends =
        |c: char| c.is_whitespace() || c.is_control() || is_unsafe(c) || "\"<>\\^`{|}".contains(c);
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && !url.contains(ends)
}
