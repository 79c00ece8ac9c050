# The record: who did what.
audit-lead = Everything that was done here, by whom and when. Nobody can change or delete it.
audit-search = Search the record
audit-none = Nothing was done yet, or nothing that matches.
audit-participant = A participant
audit-operator = The operator of this site
act-register = Registered
act-give-back = Gave places back
act-invite = Invited
act-join = Joined
act-withdraw = Took the invitation back
act-change-role = Changed the role of
act-remove = Took the role from
act-add = Took in the organisation
