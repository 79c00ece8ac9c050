# The record: who did what.
audit-lead = Todo lo que se ha hecho aquí, quién lo hizo y cuándo. Nadie puede cambiarlo ni borrarlo.
audit-search = Buscar en el historial
audit-none = Todavía no se ha hecho nada, o nada coincide con la búsqueda.
audit-participant = Una persona inscrita
audit-operator = El equipo que gestiona este sitio
act-register = Inscripción hecha
act-give-back = Plazas liberadas
act-invite = Invitación enviada
act-join = Invitación aceptada
act-withdraw = Invitación retirada
act-change-role = Función cambiada
act-remove = Función quitada
act-add = Organización dada de alta
