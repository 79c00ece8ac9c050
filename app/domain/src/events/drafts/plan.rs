//! When a draft is to be published.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::rules::{Local, moment};
use crate::invalid::{Code, Field, Invalid};

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanDraft {
    /// When, on the clock of the event's first date: `2027-04-01T09:00`.
    pub at: String,
}

impl PlanDraft {
    /// The time, if it lies ahead.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, zone: &TimeZone, now: Timestamp) -> Result<Local, Vec<Invalid>> {
        let wrong = |code| vec![Invalid::new(Field::PublishAt, code)];
        let at =
            moment(&self.at, Some(zone)).map_err(wrong)?.ok_or_else(|| wrong(Code::Required))?;
        if at.at > now { Ok(at) } else { Err(wrong(Code::TimePassed)) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::PlanDraft;
    use crate::invalid::{Code, Field, Invalid};

    #[test]
    fn a_plan_is_a_time_that_lies_ahead() {
        let zone = TimeZone::get("Africa/Casablanca").expect("a zone");
        let now: Timestamp = "2027-03-01T12:00:00Z".parse().expect("a time");
        let plan = |at: &str| PlanDraft { at: at.into() }.check(&zone, now);
        assert_eq!(
            plan("2027-03-01T13:01").expect("ahead").local.to_string(),
            "2027-03-01T13:01:00"
        );
        for (at, code) in
            [("", Code::Required), ("soon", Code::DateTime), ("2027-03-01T11:59", Code::TimePassed)]
        {
            let wrong = [Invalid::new(Field::PublishAt, code)];
            assert_eq!(plan(at).expect_err("refused"), wrong, "{at}");
        }
    }
}
