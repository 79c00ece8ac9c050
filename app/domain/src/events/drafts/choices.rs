//! Who gets a place, and how.

use serde::{Deserialize, Serialize};

use super::{keep, whole};
use crate::events::choices::{ChoicePart, Choices, Confirms, HOLD_MINUTES, OFFER_HOURS};
use crate::invalid::{Code, Field, Invalid};
use crate::registrations::MAX_ATTENDEES;

/// What was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChoicesDraft {
    /// The code of what it takes to have a place.
    pub confirms: String,
    /// For how many minutes places are held.
    pub hold_minutes: String,
    /// Not empty where people wait.
    pub waitlist: String,
    /// For how many hours an offer lasts.
    pub offer_hours: String,
    /// How many attendees a registration may have.
    pub people: String,
    /// Not empty where the number of free places is not shown.
    pub hides_places: String,
}

impl From<Choices> for ChoicesDraft {
    fn from(choices: Choices) -> Self {
        let on = |is_on: bool| if is_on { "on".to_owned() } else { String::new() };
        Self {
            confirms: choices.confirms.code().to_owned(),
            hold_minutes: choices.hold_minutes.to_string(),
            waitlist: on(choices.waitlist),
            offer_hours: choices.offer_hours.to_string(),
            people: choices.people.to_string(),
            hides_places: on(choices.hides_places),
        }
    }
}

impl ChoicesDraft {
    /// The choices, if all of them can be made.
    ///
    /// # Errors
    /// Something was sent that cannot be chosen.
    pub fn check(&self) -> Result<Choices, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let mut number = |text: &str, part, is_known: &dyn Fn(&i64) -> bool| {
            let number = text.parse().ok().filter(is_known).ok_or(Code::UnknownChoice);
            keep(number, Field::Choices(part), &mut wrong)
        };
        let most = MAX_ATTENDEES as i64;
        let hold_minutes =
            number(&self.hold_minutes, ChoicePart::HoldMinutes, &|n| HOLD_MINUTES.contains(n));
        let offer_hours =
            number(&self.offer_hours, ChoicePart::OfferHours, &|n| OFFER_HOURS.contains(n));
        let people = number(&self.people, ChoicePart::People, &|n| (1..=most).contains(n));
        let confirms = self.confirms.parse::<Confirms>();
        if confirms.is_err() {
            let field = Field::Choices(ChoicePart::Confirms);
            wrong.insert(0, Invalid::new(field, Code::UnknownChoice));
        }
        let choices = Choices {
            confirms: confirms.unwrap_or(Confirms::AtOnce),
            hold_minutes,
            waitlist: !self.waitlist.is_empty(),
            offer_hours,
            people,
            hides_places: !self.hides_places.is_empty(),
        };
        whole(choices, wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::ChoicesDraft;
    use crate::events::choices::{ChoicePart, Choices, Confirms};
    use crate::invalid::{Code, Field};

    #[test]
    fn what_is_chosen_comes_back_as_it_was() {
        let other = Choices {
            confirms: Confirms::Approval,
            hold_minutes: 60,
            waitlist: true,
            offer_hours: 3,
            people: 4,
            hides_places: true,
        };
        for choices in [Choices::default(), other] {
            assert_eq!(ChoicesDraft::from(choices).check(), Ok(choices));
        }
    }

    #[test]
    fn what_cannot_be_chosen_is_refused() {
        let fields = |change: &dyn Fn(&mut ChoicesDraft)| {
            let mut draft = ChoicesDraft::from(Choices::default());
            change(&mut draft);
            let wrong = draft.check().expect_err("refused");
            assert!(wrong.iter().all(|invalid| invalid.code == Code::UnknownChoice));
            wrong.into_iter().map(|invalid| invalid.field).collect::<Vec<_>>()
        };
        let [confirms, minutes, hours, people] =
            [0, 1, 2, 3].map(|index| Field::Choices(ChoicePart::ALL[index]));
        assert_eq!(fields(&|draft| draft.confirms = "never".into()), [confirms]);
        assert_eq!(fields(&|draft| draft.hold_minutes = "31".into()), [minutes]);
        assert_eq!(fields(&|draft| draft.offer_hours = "-1".into()), [hours]);
        assert_eq!(fields(&|draft| draft.people = "11".into()), [people]);
        assert_eq!(
            fields(&|draft| *draft = ChoicesDraft::default()),
            [confirms, minutes, hours, people]
        );
    }
}
