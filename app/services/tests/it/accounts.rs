//! Who signs in, and how; what follows are the letters and sessions that the tests below begin with.

mod address;
mod authenticators;
mod members;
mod proofs;
mod providers;
mod signing_in;

use domain::language::Language;
use domain::text::Email;
use jiff::SignedDuration;
use services::Error;
use services::accounts::{Entered, Proof, SignedIn};
use services::mail::Message;
use services::secrets::{BrowserToken, SessionToken, SignInToken};

use crate::support::House;

/// What the mail with a link says.
pub struct Letter {
    pub browser: BrowserToken,
    pub token: SignInToken,
    pub code: String,
}

impl Letter {
    pub fn link(&self) -> Proof {
        Proof::Link(self.token.clone())
    }
}

/// The address of the first account.
pub async fn address(house: &House) -> Email {
    let address = house.texts("select email from accounts").await;
    Email::parse(address.first().expect("an account")).expect("an address")
}

/// Asks for a link.
pub async fn ask(house: &House) -> BrowserToken {
    let asked = house.accounts.ask(&address(house).await, Language::English);
    asked.sending.await.expect("the end");
    asked.browser
}

/// Asks for a link and reads the mail.
pub async fn letter(house: &House) -> Letter {
    let browser = ask(house).await;
    let message = message(house).await;
    let link = message.text.split_whitespace().find(|word| word.contains("/sign-in/"));
    let token = link.and_then(|link| link.rsplit('/').next()).expect("a link");
    let code = code_in(&message);
    Letter { browser, token: SignInToken::parse(token).expect("a token"), code }
}

/// The next mail, which is sent.
pub async fn message(house: &House) -> Message {
    let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
    let message = house.mail.compose(&claimed).await.expect("a message");
    house.mail.sent(&claimed).await.expect("recorded");
    message
}

/// The code of a mail.
pub fn code_in(message: &Message) -> String {
    let is_code =
        |line: &&str| line.len() == 9 && line.bytes().all(|b| b.is_ascii_digit() || b == b' ');
    message.text.lines().find(is_code).expect("a code").to_owned()
}

/// The session of a browser that was let in at once.
#[track_caller]
pub fn session(entered: Result<Entered, Error>) -> SessionToken {
    match entered.expect("let in") {
        Entered::In(session) => session,
        Entered::CodeFollows(_) => panic!("a code has to follow"),
    }
}

/// Signs in by mail whom the house knows; there is one account.
pub async fn enter(house: &House) -> (SessionToken, SignedIn) {
    let letter = letter(house).await;
    let proof = Proof::Code(letter.code.clone());
    let token = session(house.accounts.sign_in(proof, Some(&letter.browser), "").await);
    let me = me(house, &token).await;
    (token, me)
}

/// Whom this session is of.
pub async fn me(house: &House, session: &SessionToken) -> SignedIn {
    house.accounts.signed_in(Some(session)).await.expect("signed in")
}

/// Ten minutes pass: nobody is fresh any more.
pub fn wait(house: &House) {
    house.clock.advance(SignedDuration::from_mins(10));
}
