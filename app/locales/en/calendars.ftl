# Feeds, and how to follow them.
calendar-all-name = Concord: all events
calendar-cancelled-title = Cancelled: { $title }
calendar-title = Put it in your calendar
calendar-download = Download once
calendar-follow = Follow in my calendar
calendar-address = Address to subscribe to
calendar-note = If you follow it, a new time or place reaches your calendar by itself. Google looks only once or twice a day.
follow-all = Follow all events in your calendar
