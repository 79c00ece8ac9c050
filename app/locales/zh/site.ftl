site-name = Concord
