# Numbers to look at, files to take away, and what needs a look today.
workspace-numbers = Cifras
attendance-export-sheet = Descargar la lista como hoja de Excel
act-export-record = Historial descargado

audit-who = Quién
audit-anyone = Cualquiera
audit-what = Qué
audit-anything = Cualquier acción
audit-from = Desde
audit-until = Hasta
audit-count =
    { $count ->
        [one] { $count } acción
       *[other] { $count } acciones
    }
audit-export = Descargar el historial como archivo CSV
audit-chain-title = ¿Está íntegro el historial?
audit-chain-text = Cada acción lleva una huella de sí misma y de la acción anterior. Si alguien cambia, quita o añade una acción en la base de datos, las huellas dejan de coincidir y esta página dice dónde. Para poder demostrarlo más tarde, guarde una copia del historial.
audit-chain-whole =
    { $count ->
        [one] El historial está íntegro: { $count } acción, tal como se escribió.
       *[other] El historial está íntegro: { $count } acciones, cada una tal como se escribió.
    }
audit-chain-broken = El historial no está íntegro. La acción { $number } se cambió o falta. Avise al equipo que gestiona este sitio y conserve lo que tenga.
audit-back = Volver al historial
audit-number = Número
audit-when = Cuándo
audit-code = Código
audit-kind = Tipo de objeto
audit-object = Objeto
audit-detail = Detalles
audit-hash = Huella

numbers-link = Inscripciones y asistencia en cifras
numbers-none = Todavía no se ha inscrito nadie. Desde la primera inscripción, las cifras aparecerán aquí.
numbers-places = La línea muestra las plazas que hay: { $places }. Se dibuja cuando está al alcance.
numbers-given-back-title = Plazas liberadas
numbers-given-back-chart = Plazas liberadas, día a día. En total: { $count }.
numbers-who = Quién viene
numbers-tickets = En calidad de qué
numbers-arrivals = Llegadas
numbers-arrivals-chart = Personas que llegaron, por cuartos de hora, de { $from } a { $until }.
numbers-here-of = han llegado, de { $expected } con plaza
numbers-again = Actualizar
numbers-live = Las cifras se actualizan solas.
numbers-quarter = Cuarto de hora desde
numbers-expected = Se esperan
numbers-came = Vinieron
numbers-missing = No vinieron
numbers-share = Proporción
numbers-percent = { $share } %
numbers-came-title = Quién vino
numbers-came-of = Vinieron { $came } de { $expected }. No vinieron: { $missing }.
numbers-door-not-kept = No se registró a nadie en la puerta, así que no se sabe quién vino.
numbers-not-known = no se sabe
numbers-dates = Comparar las fechas
numbers-dates-chart = Personas con plaza en cada fecha, la primera fecha delante.
numbers-capacity = Plazas

today-attention = Conviene mirar
today-calm = Hoy no hay nada que mirar.
today-next = Próximamente
today-first-title = Su primer evento
today-first-text = Póngale un título, una fecha y un lugar, y después anúncielo. Nadie lo ve antes.
today-late =
    { $count ->
        [one] { $count } mensaje va con retraso y aún espera a ser enviado
       *[other] { $count } mensajes van con retraso y aún esperan a ser enviados
    }
today-more =
    { $count ->
        [one] y { $count } más
       *[other] y { $count } más
    }
today-not-announced = Empieza pronto y no está anunciado
today-full = Completo
today-nearly-full = Casi completo: { $taken } de { $capacity } plazas ocupadas
today-untranslated =
    { $count ->
        [one] Le falta { $count } idioma que habla su organización
       *[other] Le faltan { $count } idiomas que habla su organización
    }
