# Pages that the public reads, as their people write them: Markdown, pictures, the organisation.
workspace-page = Our page
editor-preview = See the preview
editor-picture = Picture
editor-organisation-facts = Who you are and where to find you
editor-logo = Logo

writing-marks-label = Format the text
writing-bold = Bold
writing-italic = Italic
writing-heading = Heading
writing-list = List
writing-numbers = Numbered list
writing-link = Link
writing-shown = This is how it looks

picture-file = File
picture-file-hint = PNG, JPEG or WebP, up to 10 MB. The place where it was taken and everything else that the file tells is left out.
picture-alt = What is to be seen, for those who do not see it: { $of }
picture-focus-x = What matters, from left to right
picture-focus-x-hint = In percent: 0 is the left edge, 50 the middle.
picture-focus-y = What matters, from top to bottom
picture-focus-y-hint = In percent: 0 is the top edge, 50 the middle.
picture-remove = Remove this
editor-picture-text = It stands in place of the pattern, on the page and in lists. Only show people who have agreed to it.
editor-picture-now = The picture as it is now
editor-picture-unseen = Not shown yet in: { $languages }. Say there what is to be seen.
editor-picture-remove-text = The picture is deleted. The pattern stands in its place again.
history-picture = Picture
history-alt = What is to be seen
history-focus = What matters of the picture

preview-note = This is what readers see. The form to register and the calendar links stand only on the public page.
preview-no-date = There is no date yet, so there is nothing to see. Add a date first.
preview-back = Back to the event
preview-title = Preview: { $title }
preview-language-label = Language of the reader
preview-label = Preview

organisation-name = Name
organisation-name-hint = Up to 120 characters.
organisation-summary = In short
organisation-summary-hint = One or two sentences, up to 300 characters.
organisation-description = What you do
organisation-description-hint = An empty line begins a new paragraph. You can write **bold**, *italic*, # heading, - list and [words](https://example.org).
organisation-kind = Kind of organisation
organisation-email = Mail address
organisation-email-hint = Everyone can see it and write to it.
organisation-links = Links
organisation-links-text = Your own pages, each beginning with https://. Leave empty what you do not need.
organisation-link = Link { $of }
organisation-logo-text = It stands at the head of your page. Clear parts stay clear.
organisation-logo-remove-text = The logo is deleted. A pattern stands in its place.

act-write-picture = Changed the picture of
act-remove-picture = Removed the picture of
act-write-organisation = Changed what the organisation says about itself
act-write-organisation-text = Wrote a text of the organisation
act-remove-organisation-text = Removed a text of the organisation
act-write-logo = Changed the logo of the organisation
act-remove-logo = Removed the logo of the organisation

invalid-last-language = This is the only language, so it has to stay.
invalid-picture-kind = This is no PNG, JPEG or WebP picture. Choose another file.
invalid-picture-broken = This picture is damaged or incomplete. Choose another file.
invalid-picture-large = This file is larger than 10 MB. Make it smaller, or choose another.
invalid-picture-pixels = This picture has more than 40 megapixels. Make it smaller, or choose another.
invalid-picture-moves = This picture moves. Choose one that stands still.
invalid-picture-quota = Your organisation has 200 pictures, which is the most. Remove one first.
invalid-percent = This needs a whole number from 0 to 100.
