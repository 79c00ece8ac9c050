//! Who publishes events, and who may act for them.

pub mod drafts;
mod links;

pub use links::LinkKind;

use crate::codes::codes;

codes! {
    /// What sort of body an organisation is.
    Kind {
        /// A state, ministry or city.
        Governmental = "governmental",
        /// A body of several states.
        Intergovernmental = "intergovernmental",
        /// An association or foundation.
        CivilSociety = "civil-society",
        /// A community of faith.
        Religious = "religious",
        /// A group of and for young people.
        Youth = "youth",
        /// A group of and for women.
        Women = "women",
        /// Neighbours who organise themselves.
        Grassroots = "grassroots",
        /// A newspaper, broadcaster or platform.
        Media = "media",
        /// A school or university.
        Academic = "academic",
        /// A company.
        Private = "private",
    }
}

codes! {
    /// What a member may do in an organisation.
    Role {
        /// Everything, including members.
        Owner = "owner",
        /// Events and registrations.
        Organiser = "organiser",
        /// Names and states at the door.
        DoorStaff = "door-staff",
        /// Looking only.
        Viewer = "viewer",
    }
}

/// Names that no organisation can have in addresses: pages of the workspace stand there.
pub const RESERVED: [&str; 4] = ["account", "confirm", "events", "new"];
