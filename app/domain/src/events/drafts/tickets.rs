//! In which capacities one comes to an event.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{places, whole};
use crate::events::TicketKind;
use crate::invalid::{Code, Field, Invalid};

/// What was typed about one ticket type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TicketDraft {
    /// Not empty if it is offered.
    pub offered: String,
    /// Its own places on each date; empty if only the date's total bounds it.
    pub capacity: String,
}

/// What was typed about all of them, by the codes of their kinds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TicketsDraft(pub BTreeMap<String, TicketDraft>);

impl TicketsDraft {
    /// The ticket types that are offered, with their own places if they have some.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<Vec<(TicketKind, Option<i64>)>, Vec<Invalid>> {
        let (mut offered, mut wrong) = (Vec::new(), Vec::new());
        if self.0.keys().any(|code| code.parse::<TicketKind>().is_err()) {
            wrong.push(Invalid::new(Field::Tickets, Code::UnknownChoice));
        }
        for kind in TicketKind::ALL {
            let Some(draft) = self.0.get(kind.code()).filter(|one| !one.offered.is_empty()) else {
                continue;
            };
            match places(&draft.capacity) {
                Ok(capacity) => offered.push((*kind, Some(capacity))),
                Err(Code::Required) => offered.push((*kind, None)),
                Err(code) => wrong.push(Invalid::new(Field::TicketCapacity(*kind), code)),
            }
        }
        if offered.is_empty() && wrong.is_empty() {
            wrong.push(Invalid::new(Field::Tickets, Code::Required));
        }
        whole(offered, wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::{TicketDraft, TicketsDraft};
    use crate::events::TicketKind;
    use crate::invalid::{Code, Field, Invalid};

    fn draft(rows: &[(&str, &str, &str)]) -> TicketsDraft {
        let row = |(kind, offered, capacity): &(&str, &str, &str)| {
            let draft = TicketDraft { offered: (*offered).into(), capacity: (*capacity).into() };
            ((*kind).to_owned(), draft)
        };
        TicketsDraft(rows.iter().map(row).collect())
    }

    #[test]
    fn what_is_offered_is_in_the_order_of_the_list() {
        let draft = draft(&[("volunteer", "on", "5"), ("player", "on", ""), ("media", "", "9")]);
        let expected = [(TicketKind::Player, None), (TicketKind::Volunteer, Some(5))];
        assert_eq!(draft.check().expect("tickets"), expected);
    }

    #[test]
    fn one_way_to_come_is_needed_and_numbers_are_numbers() {
        let wrong = |draft: TicketsDraft| draft.check().expect_err("refused");
        let none = [Invalid::new(Field::Tickets, Code::Required)];
        assert_eq!(wrong(draft(&[("player", "", "5")])), none);
        let field = Field::TicketCapacity(TicketKind::Player);
        let places = [Invalid::new(field, Code::Places)];
        assert_eq!(wrong(draft(&[("player", "on", "-5"), ("media", "on", "")])), places);
        let unknown = [Invalid::new(Field::Tickets, Code::UnknownChoice)];
        assert_eq!(wrong(draft(&[("king", "on", ""), ("media", "on", "")])), unknown);
    }
}
