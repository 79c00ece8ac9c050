//! How people come together, and what is known of the place by those who need to know.

use crate::codes::codes;

codes! {
    /// Where an event is held.
    #[derive(Default)]
    Held {
        /// At a place.
        #[default]
        Place = "place",
        /// Behind a link, which only those get who have a place.
        Online = "online",
        /// At a place, and behind a link.
        Both = "both",
    }
}

impl Held {
    /// Whether there is a place to go to.
    #[must_use]
    pub const fn has_place(self) -> bool {
        matches!(self, Self::Place | Self::Both)
    }

    /// Whether there is a link.
    #[must_use]
    pub const fn has_link(self) -> bool {
        matches!(self, Self::Online | Self::Both)
    }
}

codes! {
    /// Something that some people need, or need to know, before they come.
    AccessFact {
        /// One enters without a step.
        StepFreeEntrance = "step-free-entrance",
        /// A lift to every floor in use.
        Lift = "lift",
        /// A toilet for wheelchair users.
        AccessibleToilet = "accessible-toilet",
        /// Places for wheelchair users.
        WheelchairPlaces = "wheelchair-places",
        /// Sound for hearing aids.
        HearingLoop = "hearing-loop",
        /// Somebody interprets into a sign language.
        SignLanguage = "sign-language",
        /// What is said can be read.
        Subtitles = "subtitles",
        /// A room to be left in peace.
        QuietRoom = "quiet-room",
        /// Assistance dogs are welcome.
        AssistanceDogs = "assistance-dogs",
        /// A companion comes free of charge.
        FreeCompanion = "free-companion",
        /// Parking for disabled people.
        AccessibleParking = "accessible-parking",
        /// Strong lights or loud sounds: a warning.
        StrongStimuli = "strong-stimuli",
    }
}
