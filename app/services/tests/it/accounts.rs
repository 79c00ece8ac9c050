//! Signing in, sessions, invitations and roles.

mod members;
mod signing_in;
