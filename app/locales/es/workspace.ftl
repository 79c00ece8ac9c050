# The organisers' pages: where one is, what there is, how full it is.
workspace-home = Organizar
workspace-account = Su cuenta
workspace-events = Eventos
workspace-members = Miembros
workspace-audit = Historial
workspace-overview = Resumen
workspace-edit = Editar
workspace-registrations = Quién viene
workspace-trail-label = Usted está aquí
workspace-tabs-label = Secciones
workspace-none-title = Todavía no pertenece a ninguna organización
workspace-none-text = Pida a una persona responsable de su organización que le envíe una invitación a la dirección de su cuenta.
workspace-drafts-count =
    { $count ->
        [one] { $count } borrador
       *[other] { $count } borradores
    }
workspace-undelivered =
    { $count ->
        [one] No se pudo entregar { $count } correo
       *[other] No se pudieron entregar { $count } correos
    }
workspace-nothing-soon = Por ahora no hay nada anunciado.
workspace-all-events = Todos los eventos
workspace-which-label = Qué eventos
workspace-upcoming = Próximos
workspace-upcoming-none = Por ahora no hay nada anunciado.
workspace-drafts = Borradores
workspace-drafts-none = No hay borradores.
workspace-past = Pasados
workspace-past-none = Todavía no ha terminado nada.
workspace-no-date = Todavía sin fecha
workspace-dates =
    { $count ->
        [one] { $count } fecha
       *[other] { $count } fechas
    }
workspace-taken = Plazas ocupadas: { $taken } de { $capacity }
workspace-taken-of-any = Plazas ocupadas: { $taken }
status-draft = Borrador
status-published = Publicado
status-postponed = Aplazado
status-cancelled = Cancelado
overview-public = Ver la página pública
overview-tickets = Plazas según la forma de participar
menu-organise = Para quien organiza
numbers-title = Las inscripciones día a día
numbers-chart = Personas con plaza, día a día, del { $from }, al { $until }. Al final: { $coming }.
numbers-table = Las cifras
numbers-day = Día
numbers-registered = Inscripciones
numbers-given-back = Plazas liberadas
numbers-coming = Vienen
numbers-languages = Idiomas de quienes vienen
