//! Who is asked next when places come free.
//!
//! The rule, as the pages state it: everyone waits in the order in which they came. Places that are
//! free are offered to the first whom they are enough for; a household is offered all of its places
//! or none, unless it said that some of it would come. Whoever was passed over [`PATIENCE`] times,
//! because too little was free for all of them, is not passed over again: what comes free is kept
//! for them until it is enough. Whoever asks for more than there is at all is not waited for.

use std::collections::BTreeMap;

use crate::events::TicketKind;

/// How often a household is passed over before places are kept for it.
pub const PATIENCE: i64 = 3;

/// A registration that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// In which capacity each of its people comes, in the order of the form.
    pub people: Vec<TicketKind>,
    /// Whether some of them would come without the others.
    pub partly: bool,
    /// How often others were asked before it who came later.
    pub passed: i64,
}

/// Places of a date: in all, and of each ticket type that it has; none where only the total bounds
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Room {
    /// In all.
    pub in_all: i64,
    /// Of each ticket type.
    pub of: BTreeMap<TicketKind, Option<i64>>,
}

/// Whom places are offered to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Who, as indices of the queue, and which of their people.
    pub offers: Vec<(usize, Vec<usize>)>,
    /// Who was passed over, and how often in this plan.
    pub passed: BTreeMap<usize, i64>,
}

impl Room {
    fn has(&self, kind: TicketKind) -> bool {
        let of_kind = self.of.get(&kind).is_some_and(|left| left.is_none_or(|left| left > 0));
        self.in_all > 0 && of_kind
    }

    fn take(&mut self, kind: TicketKind) {
        self.in_all -= 1;
        if let Some(Some(left)) = self.of.get_mut(&kind) {
            *left -= 1;
        }
    }

    /// Which of these people there is room for: all or nobody, or as many as there is room for.
    fn choose(&self, one: &Waiting) -> Vec<usize> {
        let mut room = self.clone();
        let mut chosen = Vec::new();
        for (index, kind) in one.people.iter().enumerate() {
            if room.has(*kind) {
                room.take(*kind);
                chosen.push(index);
            }
        }
        if one.partly || chosen.len() == one.people.len() { chosen } else { Vec::new() }
    }

    /// Keeps room for all of these people, also for those for whom there is none yet.
    fn keep(&mut self, one: &Waiting) {
        for kind in &one.people {
            self.take(*kind);
        }
    }

    /// Whether there would be room for them, if nobody had a place.
    #[must_use]
    pub fn could_hold(&self, one: &Waiting) -> bool {
        !self.choose(one).is_empty()
    }
}

/// Who of this queue, the first first, is offered what is free. `capacity` is what there is at all.
#[must_use]
pub fn plan(queue: &[Waiting], mut free: Room, capacity: &Room) -> Plan {
    let mut plan = Plan::default();
    let mut too_many: Vec<usize> = Vec::new();
    for (index, one) in queue.iter().enumerate() {
        let chosen = free.choose(one);
        if !chosen.is_empty() {
            for person in &chosen {
                free.take(one.people[*person]);
            }
            plan.offers.push((index, chosen));
            too_many.retain(|before| {
                let passed = plan.passed.entry(*before).or_default();
                *passed += 1;
                let waits_on = queue[*before].passed + *passed < PATIENCE;
                if !waits_on {
                    free.keep(&queue[*before]);
                }
                waits_on
            });
        } else if capacity.could_hold(one) {
            if one.passed >= PATIENCE {
                free.keep(one);
            } else {
                too_many.push(index);
            }
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{PATIENCE, Plan, Room, Waiting, plan};
    use crate::events::TicketKind::{self, Media, Player, Spectator};

    fn waiting(people: usize) -> Waiting {
        Waiting { people: vec![Player; people], partly: false, passed: 0 }
    }

    fn room(in_all: i64) -> Room {
        Room { in_all, of: [(Player, None), (Spectator, None)].into() }
    }

    fn offered(plan: &Plan) -> Vec<(usize, usize)> {
        plan.offers.iter().map(|(index, people)| (*index, people.len())).collect()
    }

    #[test]
    fn the_first_whom_it_is_enough_for_is_asked_whole() {
        let queue = [waiting(4), waiting(2), waiting(1), waiting(1)];
        let plan = plan(&queue, room(3), &room(10));
        assert_eq!(offered(&plan), [(1, 2), (2, 1)]);
        assert_eq!(plan.passed, [(0, 2)].into());
    }

    #[test]
    fn some_of_them_come_if_they_said_so() {
        let queue = [Waiting { partly: true, ..waiting(4) }, waiting(1)];
        assert_eq!(offered(&plan(&queue, room(3), &room(10))), [(0, 3)]);
    }

    #[test]
    fn whoever_was_passed_over_three_times_is_waited_for() {
        let queue = [Waiting { passed: PATIENCE, ..waiting(3) }, waiting(1)];
        assert_eq!(plan(&queue, room(2), &room(10)), Plan::default());
        assert_eq!(offered(&plan(&queue, room(3), &room(10))), [(0, 3)]);
        // Nor more than three times by many at once.
        let mut many = vec![waiting(60)];
        many.extend(std::iter::repeat_n(waiting(1), 50));
        assert_eq!(plan(&many, room(50), &room(100)).offers.len(), 3);
    }

    #[test]
    fn nobody_waits_for_whom_there_will_never_be_enough() {
        let queue = [Waiting { passed: PATIENCE, ..waiting(11) }, waiting(1)];
        assert_eq!(offered(&plan(&queue, room(2), &room(10))), [(1, 1)]);
        let queue = [Waiting { people: vec![Media], partly: false, passed: 9 }, waiting(1)];
        assert_eq!(offered(&plan(&queue, room(2), &room(10))), [(1, 1)]);
    }

    #[test]
    fn places_are_kept_of_what_they_lack_and_others_have_the_rest() {
        let of = |left| Room { in_all: 5, of: [(Player, Some(left)), (Spectator, None)].into() };
        let kept = Waiting { passed: PATIENCE, ..waiting(2) };
        let spectator = Waiting { people: vec![Spectator], ..waiting(0) };
        let queue = [kept, waiting(1), spectator];
        assert_eq!(offered(&plan(&queue, of(1), &of(9))), [(2, 1)]);
    }

    #[test]
    fn fifty_free_places_make_fifty_offers() {
        let queue = vec![waiting(1); 80];
        assert_eq!(plan(&queue, room(50), &room(50)).offers.len(), 50);
    }

    fn people() -> impl Strategy<Value = Vec<TicketKind>> {
        prop::collection::vec(prop::sample::select(vec![Player, Spectator]), 1..6)
    }

    fn queue() -> impl Strategy<Value = Vec<Waiting>> {
        let one = (people(), any::<bool>(), 0..5_i64);
        let one = one.prop_map(|(people, partly, passed)| Waiting { people, partly, passed });
        prop::collection::vec(one, 0..12)
    }

    proptest! {
        #[test]
        fn no_more_is_offered_than_is_free_and_nobody_who_fits_is_forgotten(
            queue in queue(),
            free in 0..12_i64,
            players in prop::option::of(0..8_i64),
        ) {
            let room = |in_all, players| {
                Room { in_all, of: BTreeMap::from([(Player, players), (Spectator, None)]) }
            };
            let capacity = room(20, players.map(|_| 20));
            let mut left = room(free, players);
            let plan = plan(&queue, left.clone(), &capacity);
            for (index, chosen) in &plan.offers {
                let one = &queue[*index];
                prop_assert!(one.partly || chosen.len() == one.people.len());
                for person in chosen {
                    prop_assert!(left.has(one.people[*person]), "more than is free");
                    left.take(one.people[*person]);
                }
            }
            let asked = |index: usize| plan.offers.iter().any(|(of, _)| *of == index);
            let passed = |index: usize| {
                queue[index].passed + plan.passed.get(&index).copied().unwrap_or(0)
            };
            // Places are kept back for those who were passed over often enough, and for nobody else.
            let mut rest = left;
            for index in (0..queue.len()).filter(|index| !asked(*index)) {
                if passed(index) >= PATIENCE && capacity.could_hold(&queue[index]) {
                    rest.keep(&queue[index]);
                }
            }
            for index in (0..queue.len()).filter(|index| !asked(*index)) {
                let fits = !rest.choose(&queue[index]).is_empty();
                prop_assert!(!fits || passed(index) >= PATIENCE, "{index} fits and was forgotten");
                prop_assert!(passed(index) <= PATIENCE.max(queue[index].passed), "passed too often");
            }
        }

        /// The fairness rule: places come free one after the other, new people come all the time,
        /// and a household is passed over three times at most. From then on it needs as many places
        /// to come free as it has people, and those before it.
        #[test]
        fn no_household_waits_for_ever(size in 2..8_usize, newcomers in prop::collection::vec(1..3_usize, 40)) {
            let mut queue = vec![waiting(size)];
            let (mut free, mut steps) = (0, 0);
            for people in newcomers {
                queue.push(waiting(people));
                free += 1;
                steps += 1;
                let plan = plan(&queue, room(free), &room(10));
                for (index, times) in &plan.passed {
                    queue[*index].passed += times;
                }
                let asked: Vec<usize> = plan.offers.iter().map(|(index, _)| *index).collect();
                free -= plan.offers.iter().map(|(_, chosen)| chosen.len() as i64).sum::<i64>();
                if asked.contains(&0) {
                    break;
                }
                prop_assert!(queue[0].passed <= PATIENCE);
                let mut index = 0;
                queue.retain(|_| { index += 1; !asked.contains(&(index - 1)) });
            }
            // Three are let past, of two people at most each.
            prop_assert!(steps <= size + 2 * 3 + 3, "{steps} places for {size} people");
        }
    }
}
