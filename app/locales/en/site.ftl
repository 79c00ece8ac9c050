# What stands on every page, and the pages about Concord itself.
site-name = Concord
skip = Skip to the content
home-label = Concord, start page
menu-label = Main
menu-home = What is on
menu-events = Events
menu-about = About
menu-privacy = Privacy
menu-accessibility = Accessibility
language-label = Language
footer-promise = Concord helps people meet through sport, music and entertainment. It shows no advertisements and follows nobody.
footer-about-label = About this site
footer-language-label = Languages
list-separator = {", "}

search-label = What are you looking for?
search-placeholder = Football, choir, Nairobi
search-button = Search

not-found-title = This page is not here
not-found-text = The address may be mistyped, or the event was taken down by those who hold it.
not-found-registration = Looking for your registration? Open the link in the mail we sent you, all of it.
unreadable-title = This could not be read
unreadable-text = Something in the address or the form was damaged on the way. Go back and try again.
trouble-title = This did not work
trouble-text = It is our mistake, not yours, and nothing was changed. Wait a moment, then try again.
refused-foreign = This form was sent from another site, so it was not accepted. Open the page here and send it again.
refused-large = That is more than this form may hold. Shorten it and send it again.
refused-often = Very many forms came from your network just now. Wait { $seconds } s, then send yours again. What you typed is still there if you go back.
refused-crowd = Very many people are here at the moment, and nothing was changed. Try again in a few seconds.
refused-slow = This took too long, so it was stopped. Try again in a few seconds.
refused-broken = The form did not arrive whole. Send it again.

about-title = About Concord
about-lead = Sport, music and stories bring people together who would not have met. Concord helps them find each other.
about-1-title = For you who come
about-1-text = Find an event near you and take a place in under a minute, in your language, for yourself or up to ten people. You need no account. The link in your mail is all you need to see, change or give back your places.
about-2-title = For your calendar
about-2-text = Follow an event, or all of them, from the calendar you use already. When a time or a place changes here, it changes there.
about-3-title = For those who invite
about-3-text = Public bodies, associations, communities of faith, youth and women’s groups, schools and neighbours publish their events here and welcome the people who come.
about-4-title = What we leave out
about-4-text = There is no advertisement, no tracking and no sale of anything you tell us. Every page works on an old phone and without JavaScript.

privacy-title = Privacy
privacy-lead = We ask for what an event needs, and show it to nobody but those who hold it.
privacy-1-title = What we keep
privacy-1-text = When you register we keep your name, your mail address, your language, and the names of those who come with you, each with the capacity in which they come.
privacy-2-title = Who sees it
privacy-2-text = The organisation that holds the event. Nobody else, and never the public: Concord has no public list of attendees.
privacy-3-title = Your link is a key
privacy-3-text = The link in your mail opens your registration. Do not pass it on to people who should not change it. We keep no copy of it that could be used.
privacy-4-title = Cookies
privacy-4-text = If a form comes back with a mistake, a cookie brings what you typed back to you for a quarter of an hour. If you choose a language, a cookie remembers it. Organisers who sign in have one more that keeps them signed in, and, for a quarter of an hour at most, one for each step on the way in. There are no others.
privacy-5-title = Nothing from elsewhere
privacy-5-text = Our pages load no fonts, maps, pictures or scripts from other companies, so nobody else learns that you were here.

accessibility-title = Accessibility
accessibility-lead = Everyone should be able to find an event and take a place.
accessibility-1-title = What we do
accessibility-1-text = Every page works by keyboard, with a screen reader, at four times the size, on a narrow screen, in light and dark, and without JavaScript. We test each page for it with every change, against WCAG 2.2 at level AA.
accessibility-2-title = At the event
accessibility-2-text = What the place is like is told on the page of the event by those who hold it. If you need something, write to them: their address is on their page.
accessibility-3-title = If something stands in your way
accessibility-3-text = Tell the organisation whose event you were looking at. They pass it on to us, and we mend it.
