# Cuando las máquinas se agolpan.
register-code = Código del correo
invalid-quick = Ha sido más rápido de lo que nadie puede escribir. No se ha cambiado nada: pulse el botón otra vez.
invalid-code-mailed = Están llegando muchísimos formularios para este evento. Hemos enviado un código a su dirección: escríbalo abajo y pulse el botón de nuevo.
invalid-code-over = Este código ya no sirve, o se escribió mal demasiadas veces. Bórrelo y pulse el botón para recibir otro.
api-proof = Las máquinas se agolpan en este evento. Demuestre el reto y envíe lo mismo de nuevo con la prueba.
mail-code-subject = Su código para inscribirse
mail-code-opening = aquí tiene el código para inscribirse. Escríbalo donde rellenó el formulario. Sirve durante media hora:
mail-code-action = Cómo tratamos lo que nos cuenta
mail-code-reason = Recibe este correo porque alguien rellenó un formulario con su dirección. Si no ha sido usted, no haga nada: sin el código nadie queda inscrito.
