//! Who signs in, and what they may do: the one place that decides.
//!
//! A person has memberships: a role in an organisation, or in one of its events alone. What an
//! organisation holds is not there for those who have none in it: for them *forbidden* and
//! *missing* look alike.
//!
//! Some acts ask for more than being signed in: that the person showed a short time ago who they
//! are (ASVS 5.0, 7.5). A browser that was left open gives away what it shows, and no more.

use jiff::{SignedDuration, Timestamp};

use crate::codes::codes;
use crate::ids::{AccountId, EventId, OrganisationId};
use crate::organisations::Role;

codes! {
    /// What somebody wants to do in the workspace.
    Action {
        /// See events, their dates and how many places are taken.
        SeeEvents = "see-events",
        /// See who comes, and whether they are here: names and states.
        SeeNames = "see-names",
        /// See registrations whole: contact, history, mails.
        SeeRegistrations = "see-registrations",
        /// See answers that are sealed because they tell much about somebody.
        SeeSensitive = "see-sensitive",
        /// Say that somebody is here, and take it back.
        CheckIn = "check-in",
        /// Change registrations for those who made them.
        ChangeRegistrations = "change-registrations",
        /// Take what registrations hold out of the house.
        Export = "export",
        /// Write events, publish and cancel them.
        EditEvents = "edit-events",
        /// See who did what.
        SeeAudit = "see-audit",
        /// Change the page of the organisation.
        EditOrganisation = "edit-organisation",
        /// See who belongs to the organisation.
        SeeMembers = "see-members",
        /// Invite people, change their roles, remove them.
        ManageMembers = "manage-members",
    }
}

impl Action {
    /// Whether it concerns the organisation as a whole, and never one event alone.
    #[must_use]
    pub const fn is_of_organisation(self) -> bool {
        use Action as A;
        matches!(self, A::SeeAudit | A::EditOrganisation | A::SeeMembers | A::ManageMembers)
    }

    /// Whether it asks for a fresh proof of who one is.
    #[must_use]
    pub const fn needs_proof(self) -> bool {
        matches!(self, Self::Export | Self::ManageMembers)
    }
}

impl Role {
    /// Whether someone in this role may do this.
    #[must_use]
    pub const fn may(self, action: Action) -> bool {
        use Action as A;
        match self {
            Self::Owner => true,
            Self::Organiser => !matches!(action, A::SeeMembers | A::ManageMembers),
            Self::DoorStaff => matches!(action, A::SeeEvents | A::SeeNames | A::CheckIn),
            Self::Viewer => matches!(action, A::SeeEvents | A::SeeNames | A::SeeRegistrations),
        }
    }
}

/// A role that somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// For one of its events alone; none for all of it.
    pub event: Option<EventId>,
    /// As what.
    pub role: Role,
}

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub account: AccountId,
    /// Their roles.
    pub memberships: Vec<Membership>,
    /// Whether they showed who they are a short time ago: see [`is_fresh`].
    pub is_fresh: bool,
}

/// How long somebody who showed who they are may do what asks for it.
pub const PROOF_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// Whether a proof of this time still counts.
#[must_use]
pub fn is_fresh(proved_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(proved_at) < PROOF_LIFETIME
}

/// What an action is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object {
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The event that it belongs to; none for the organisation itself.
    pub event: Option<EventId>,
}

/// Why somebody may not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// For them there is no such thing.
    #[error("not found")]
    NotFound,
    /// They know of it, and their role does not reach so far.
    #[error("forbidden")]
    Forbidden,
    /// They may, once they showed again who they are.
    #[error("not proved")]
    Unproved,
}

impl From<OrganisationId> for Object {
    fn from(organisation: OrganisationId) -> Self {
        Self { organisation, event: None }
    }
}

impl From<(OrganisationId, EventId)> for Object {
    fn from((organisation, event): (OrganisationId, EventId)) -> Self {
        Self { organisation, event: Some(event) }
    }
}

/// Whether this person may do this to that, now.
///
/// A role in the organisation reaches all of its events. A role in one event reaches that event,
/// and lets the organisation be entered (`SeeEvents`), where only that event is seen.
///
/// # Errors
/// Why not: see [`Refusal`].
pub fn authorize(actor: &Actor, action: Action, object: Object) -> Result<(), Refusal> {
    within_role(actor, action, object)?;
    if action.needs_proof() { require_proof(actor) } else { Ok(()) }
}

/// Whether pages show this person the way to do this to that: their role reaches so far, though
/// they may have to show again who they are.
#[must_use]
pub fn reaches(actor: &Actor, action: Action, object: Object) -> bool {
    within_role(actor, action, object).is_ok()
}

/// Whether this person showed a short time ago who they are.
///
/// [`authorize`] asks for it where the action does; this is for acts on one's own account, and for
/// everything else that leaves the house or cannot be taken back.
///
/// # Errors
/// `Unproved` if they did not.
pub const fn require_proof(actor: &Actor) -> Result<(), Refusal> {
    if actor.is_fresh { Ok(()) } else { Err(Refusal::Unproved) }
}

fn within_role(actor: &Actor, action: Action, object: Object) -> Result<(), Refusal> {
    let mut knows = false;
    for membership in &actor.memberships {
        if membership.organisation != object.organisation {
            continue;
        }
        let reaches = match (membership.event, object.event) {
            (None, _) => true,
            (Some(own), Some(event)) => own == event,
            (Some(_), None) => action == Action::SeeEvents,
        };
        knows |= reaches || object.event.is_none();
        let in_one_event = membership.event.is_some();
        if reaches && membership.role.may(action) && !(in_one_event && action.is_of_organisation())
        {
            return Ok(());
        }
    }
    Err(if knows { Refusal::Forbidden } else { Refusal::NotFound })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{
        Action, Actor, Membership, Object, PROOF_LIFETIME, Refusal, authorize, is_fresh, reaches,
    };
    use crate::ids::{AccountId, EventId, OrganisationId};
    use crate::organisations::Role;

    const OWN: OrganisationId = OrganisationId(Uuid::from_u128(1));
    const FOREIGN: OrganisationId = OrganisationId(Uuid::from_u128(2));
    const EVENT: EventId = EventId(Uuid::from_u128(3));
    const OTHER_EVENT: EventId = EventId(Uuid::from_u128(4));

    fn actor(event: Option<EventId>, role: Role) -> Actor {
        let memberships = vec![Membership { organisation: OWN, event, role }];
        Actor { account: AccountId(Uuid::nil()), memberships, is_fresh: true }
    }

    /// What each role may do, written out: `o` owner, `r` organiser, `d` door staff, `v` viewer.
    const MATRIX: &[(Action, &str)] = &[
        (Action::SeeEvents, "ordv"),
        (Action::SeeNames, "ordv"),
        (Action::SeeRegistrations, "orv"),
        (Action::SeeSensitive, "or"),
        (Action::CheckIn, "ord"),
        (Action::ChangeRegistrations, "or"),
        (Action::Export, "or"),
        (Action::EditEvents, "or"),
        (Action::SeeAudit, "or"),
        (Action::EditOrganisation, "or"),
        (Action::SeeMembers, "o"),
        (Action::ManageMembers, "o"),
    ];

    const LETTERS: [(Role, char); 4] =
        [(Role::Owner, 'o'), (Role::Organiser, 'r'), (Role::DoorStaff, 'd'), (Role::Viewer, 'v')];

    #[test]
    fn each_role_may_do_what_the_table_says_and_nothing_to_others() {
        assert_eq!(MATRIX.len(), Action::ALL.len());
        for (action, who) in MATRIX {
            for (role, letter) in LETTERS {
                let expected = if who.contains(letter) { Ok(()) } else { Err(Refusal::Forbidden) };
                let member = actor(None, role);
                assert_eq!(
                    authorize(&member, *action, OWN.into()),
                    expected,
                    "{action:?} {role:?}"
                );
                assert_eq!(authorize(&member, *action, (OWN, EVENT).into()), expected);
                for object in [Object::from(FOREIGN), (FOREIGN, EVENT).into()] {
                    assert_eq!(authorize(&member, *action, object), Err(Refusal::NotFound));
                }
            }
        }
    }

    #[test]
    fn a_role_in_one_event_reaches_that_event_alone() {
        let member = actor(Some(EVENT), Role::Organiser);
        let may = |action, object| authorize(&member, action, object);
        assert_eq!(may(Action::EditEvents, (OWN, EVENT).into()), Ok(()));
        assert_eq!(may(Action::SeeEvents, OWN.into()), Ok(()));
        assert_eq!(may(Action::EditEvents, OWN.into()), Err(Refusal::Forbidden));
        assert_eq!(may(Action::SeeAudit, OWN.into()), Err(Refusal::Forbidden));
        assert_eq!(may(Action::SeeEvents, (OWN, OTHER_EVENT).into()), Err(Refusal::NotFound));
        assert_eq!(may(Action::SeeEvents, FOREIGN.into()), Err(Refusal::NotFound));
    }

    #[test]
    fn what_leaves_the_house_and_roles_ask_again_who_one_is() {
        let stale = |role| Actor { is_fresh: false, ..actor(None, role) };
        for action in Action::ALL {
            let expected = match action {
                Action::Export | Action::ManageMembers => Err(Refusal::Unproved),
                _ => Ok(()),
            };
            assert_eq!(authorize(&stale(Role::Owner), *action, OWN.into()), expected);
            assert!(reaches(&stale(Role::Owner), *action, OWN.into()));
        }
        // Whose role does not reach so far is not told that a proof would help.
        let viewer = stale(Role::Viewer);
        assert_eq!(authorize(&viewer, Action::Export, OWN.into()), Err(Refusal::Forbidden));
        assert_eq!(authorize(&viewer, Action::Export, FOREIGN.into()), Err(Refusal::NotFound));
        assert!(!reaches(&viewer, Action::Export, OWN.into()));
    }

    #[test]
    fn a_proof_counts_for_ten_minutes() {
        let now: jiff::Timestamp = "2027-03-01T12:00:00Z".parse().unwrap();
        assert!(is_fresh(now, now));
        assert!(is_fresh(now, now + PROOF_LIFETIME - jiff::SignedDuration::from_micros(1)));
        assert!(!is_fresh(now, now + PROOF_LIFETIME));
    }
}
