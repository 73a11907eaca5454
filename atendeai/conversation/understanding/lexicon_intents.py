"""What patients say for each wish: a readable table of phrases per intent, strongest first.

Written without accents, in the grammar of `phrases`. SVC, PROF and PLAN stand for a service, a professional and an
insurance plan found in the message. Weights say how surely one phrase alone means the intent; `VETO` speaks against.
"""

from __future__ import annotations

STRONG, GOOD, FAIR, WEAK, VETO = 0.93, 0.78, 0.58, 0.38, 0.0

MACROS: dict[str, str] = {
    "want": (
        "quero|queria|gostaria_de|gostaria|preciso_de|preciso|precisava_de|precisava"
        "|precisaria_de|precisaria|desejo|desejava|pretendo|necessito_de|necessito|queremos|quer"
        "|estou_querendo|estou_precisando_de|estou_precisando|vou_querer"
        "|tenho_interesse_em|vim|precisamos_de|precisamos|estava_querendo|estava_precisando"
        "|vou_precisar|queria_ver_para|queria_ver_se|quero_ver_se|vou_ter_que|terei_que|terei_de"
        "|vou_ter_de"
    ),
    "can": (
        "da_para|daria_para|tem_como|teria_como|consegue|consegues|conseguem|consigo|posso|pode"
        "|podem|podes|poderia|poderiam|e_possivel|seria_possivel|ha_como|tem_jeito_de"
        "|tem_possibilidade_de|ha_possibilidade_de|rola|rola_de|ia_ter_como|podia|podiam"
    ),
    "book": (
        "marcar|marca|marque|marcamos|agendar|agende|agendarmos|reservar|reserva|encaixar|encaixa"
        "|encaixe|agendamento|marcacao|marcando|agendando"
    ),
    "un": (
        "um|uma|1|uns|umas|outra|outro|nova|novo|alguma|algum|o|a|os|as|meu|minha|meus|minhas"
        "|essa|esse|aquela|aquele|uma_nova|a_minha|o_meu|mais_uma|a_primeira|primeira|as_minhas"
        "|os_meus"
    ),
    "appt": (
        "consulta|consultas|consultinha|exame|exames|horario|horarinho|agendamento|retorno"
        "|avaliacao|atendimento|procedimento|sessao|vaga|vaguinha|encaixe|revisao|SVC"
    ),
    "mine": "minha|meu|minhas|meus|a_minha|o_meu|da_minha|do_meu|a|o|da|do|as|os|essa|esse|nossa",
    "thing": (
        "consulta|consultas|exame|exames|horario|agendamento|retorno|avaliacao|procedimento|sessao|atendimento|SVC"
    ),
    "day": (
        "hoje|amanha|depois_de_amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo|semana"
        "|feriado|mes|dia|final_de_semana|fim_de_semana"
    ),
    "part": "manha|tarde|noite|cedo|cedinho|tardinha|almoco",
    "you": "voces|voce|ai|clinica|la|consultorio|aqui|vcs",
    "doctor": "medico|medica|doutor|doutora|PROF|SVC|especialista|profissional",
    "q": "que|qual|quais",
    "kin": ("mae|pai|filho|filha|esposa|esposo|marido|mulher|avo|neto|neta|irma|irmao|bebe|sogra|sogro"),
    "symptom": (
        "dor|dores|doi|doendo|doeu|febre|tontura|tonturas|tonto|tonta|tosse|tossindo|enjoo"
        "|enjoada|enjoado|vomito|vomitos|vomitando|coceira|cocando|mancha|manchas|ardencia"
        "|ardendo|caroco|inchaco|inchado|inchada|nausea|nauseas|diarreia|gripe|resfriado|azia"
        "|queimacao|palpitacao|palpitacoes|formigamento|formigando|sangramento|alergia|verruga"
        "|bolinhas|ferida|corrimento|insonia|ansiedade|cansaco|fraqueza|enxaqueca|caimbra|zumbido"
        "|catarro|virose|micose|acne|espinhas|secrecao|bolinha"
    ),
    "drug": (
        "remedio|remedios|medicamento|medicamentos|medicacao|antibiotico|antibioticos|pomada"
        "|comprimido|comprimidos|xarope|dipirona|paracetamol|ibuprofeno|losartana|aas|aspirina"
        "|omeprazol|amoxicilina|nimesulida|dorflex|buscopan|rivotril|anticoncepcional|insulina"
        "|metformina|cha|vitamina|vitaminas|antialergico|corticoide|prednisona|azitromicina|puran"
    ),
    "reading": (
        "pressao|glicose|glicemia|colesterol|triglicerides|tsh|hemoglobina|batimentos|saturacao"
        "|frequencia|temperatura|imc|creatinina|ferritina|plaquetas"
    ),
}

ROWS: list[tuple[str, float, str]] = [
    ("greeting", STRONG, """
        oi|ola|opa|hey|hi|hello|hola|alo|salve|oii
        bom dia|tardinha
        bom_dia|boa_tarde|boa_noite|bons_dias
        ^ bom dia
        boa tarde|noite
        buenos|buenas dias|tardes|noches
        good morning|afternoon|evening
        ^ e ai $
        ^ buenas $
        ^ buenas tche|gente|pessoal|povo|moca
        ooi|oii|oiee
        alguem online|disponivel|ai {q}
    """),
    ("greeting", GOOD, """
        tudo bem|bom|joia|certo|tranquilo {q}
        ^ e ai
        como vai|vao|esta|estao voce|voces? $
        alguem ai|aqui|disponivel|atendendo
        tem alguem por? ai|aqui|la
        @want de? uma? informacao|informacoes|ajuda|orientacao
        pode|podem|poderia|consegue me? ajudar|atender
        me ajuda|ajude $
        tenho uma duvida
        ^ e ai blz|beleza $
        pode|podemos falar|conversar $ {q}
        vi .. anuncio|site|instagram
        tirar uma? duvida|duvidas
        uma duvida|informacao|pergunta
        ^ ajuda|menu|inicio|comecar|informacao|informacoes|duvida $
    """),
    ("book", STRONG, """
        @want .. @book
        @can .. marcar|agendar|encaixar|reservar
        @can me? encaixa|encaixe
        @want de? @un? @appt
        @want .. ver um|uma|1 horario|horarinho|vaga|data|consulta|dia|encaixe
        ver um|uma|1 horario|vaga|data|dia|encaixe
        @want .. passar em|no|na|com|por|pelo|pela .. @doctor
        @want .. fazer .. SVC|exame|exames|consulta|avaliacao|tratamento|procedimento
        @want .. consultar
        @want .. levar .. SVC|PROF|medico|medica|consulta
        @want .. atendimento|consulta|horario com|para|no|na
        @want de? @un? @doctor
        como faco|faz|fazer|funciona|que_faz|que_faco|e ... marcar|agendar|marcacao|agendamento
        bora|vamos|vou|deixa|deixe|pode|podemos marcar|agendar|reservar
        ^ marcar|agendar|agendamento|marcacao|agendar_consulta $
        ^ marcar|agendar|marca|agenda|marque|agende|reserva|reservar .. @appt
        ^ marca|agenda|marque|agende|reserva me|para|ai|logo|um|uma
        marca|agenda|marque|agende|reserva|reserve um|uma|para|1
        nova consulta
        @want .. voltar|retornar .. SVC|medico|consulta|PROF
        @can me? atender|receber .. @day|SVC|PROF|doutor|doutora
        @can .. arrumar|arranjar|conseguir .. vaga|vaguinha|horario|encaixe|consulta|horarinho
        @want .. ser atendido|atendida|consultado|consultada
        @want me consultar|cuidar|tratar
        arruma|arranja|consegue|ve .. vaga|vaguinha|encaixe|horarinho para mim
        @want .. um|uma medico|medica|doutor|doutora|especialista .. \
            visse|veja|olhasse|olhar|ver|examinasse|avaliar|avaliasse
        como faco|faz para .. atendido|atendida|consultar|consultado|consultada
        @can .. colocar|botar|por|incluir .. agenda
        @want .. garantir|pegar|conseguir|arrumar .. horario|vaga|data|consulta
        @want .. colocar|incluir .. agenda
    """),
    ("book", GOOD, """
        marcar|agendar .. @appt
        marcar|agendar com|para|no|na .. @doctor|@kin
        marcam|agendam
        me encaixa|encaixe|encaixem|encaixar
        medico|medica|doutor|doutora|cardiologista|clinico pediu|solicitou|passou|mandou|indicou .. SVC|\
            exame|exames|fazer
        pedido|encaminhamento|guia|solicitacao de|do|para .. fazer|SVC|cirurgia
        encaminhad* .. SVC|medico|fazer|exame
        ^ um|uma|1 consulta|horario|exame com|para|no|na
        consulta|horario com|para|no|na .. SVC|PROF {s}
        queria|quero|preciso para|com .. PROF|SVC
        quero|queria|preciso ir|passar .. medico|medica|doutor|doutora|PROF|SVC
        quero|queria|preciso|gostaria .. retorno
        quero|queria|gostaria|preciso .. me? consultar
        procuro|procurando|buscando .. SVC|medico|especialista|consulta
        encaixe
        novo agendamento
        SVC .. @day|@part {s}
        @day|@part .. SVC {s}
        PROF .. @day|@part {s}
        quero|queria|preciso voltar
        tenho|tinha que|de fazer .. SVC|exame|exames|consulta {s}
        tenho um|uma|o? pedido|encaminhamento|guia|requisicao
        bota|coloca|poe eu|me|ele|ela ... @day|agenda|horario
        ver .. SVC|medico|medica .. para {s}
        preciso|precisa|quero|queria|tem_que|tenho_que operar
        precisa|precisando|precisamos .. SVC|PROF|consulta|medico {s}
        encaminhou|encaminharam|encaminhado
    """),
    ("book", STRONG, """
        appointment|consultation {s}
        want|need|like|can|could .. book|schedule|appointment|see
        book|schedule .. appointment|consultation|exam|visit|SVC
        quiero|quisiera|necesito|queria|puedo|quisieramos ... cita|turno|reservar|agendar|consulta|hora
        pedir|sacar|agendar|reservar .. cita|turno
    """),
    ("book", FAIR, """
        marcar|agendar
        ^ consulta|exame $
        primeira|nova consulta {s}
        fazer .. SVC {s}
        ^ SVC $
        ^ consulta|exame .. SVC|PROF
    """),
    ("book", VETO, """
        marcado|marcada|agendado|agendada|marcadas|marcados|agendadas
        remarc*|reagend*|desmarc*
        quanto|quais|qual|quantas|quantos .. para marcar|agendar|fazer
        preparo|jejum|resultado|laudo
        endereco|localizacao
        fazer|abrir .. reclam*
        @want .. falar|conversar
        como faco|faz para .. pagar|chegar|pegar|cancelar
        autorizacao|guia|pedido_medico .. @can|precisa
        precisa|preciso de|da? .. autorizacao|guia|pedido|encaminhamento {q}
        sem marcar|agendar
        ordem de chegada
        precisa|tem_que|tenho_que|necessario marcar|agendar .. ou
        ^ precisa|tem_que|necessario|e_preciso marcar|agendar|marcar_hora|marcar_horario antes? $ {q}
        atendimento|atendido|atendida de|por gente|humano|pessoa|alguem|maquina
        o_que .. fazer
        antes de|do|da
        esquece|esqueca|desisto|desisti
    """),
    ("reschedule", STRONG, """
        remarc*
        reagend*
        reprogram*
        mudar|muda|trocar|troca|alterar|altera|modificar|adiar|adia|antecipar|antecipa|adiantar|adianta|\
            mover|transferir|transfere|prorrogar|postergar|empurrar|empurra|puxar ... consulta|consultas|\
            exame|exames|horario|hora|data|dia|agendamento|retorno|SVC
        passar|passa|jogar|joga|mudar|muda|trocar|troca|transferir|transfere|empurrar|empurra|mover|puxar|\
            deixar ... para ... outro|outra|@day|mais|@part|frente|depois
        mudar|muda|trocar|troca|alterar .. de dia|data|horario|hora
        adiar|antecipar|postergar
        mudanca|troca|alteracao .. horario|data|dia|hora|consulta
        em_vez|inves|ao_inves|no_lugar de|da|do ... pode|da|tem|consigo|queria|quero
        so quero|queria? mudar|trocar|alterar|passar
        so quero|queria|gostaria de? mudar|trocar|alterar|passar
        ^ trocar|mudar|alterar|adiar $
        reschedule
        change|move .. appointment
        cambiar|mover|reprogramar .. cita|turno|hora|fecha
        em_vez|inves|ao_inves|no_lugar de|da|do .. @day
        trocad*|mudad*|transferid*|adiad*|antecipad* ... para|data|dia|horario
        @can ... ao_inves|em_vez|inves de
        @can|prefiro ser|ir .. mais tarde|cedo|outro|outra
        nao consigo|posso|vou|da|vai .. @can ser|ir ... mais|@day|outro|outra|depois
        preciso|queria|quero|gostaria|tem|pegar|ver de? outra data|dia .. minha|meu|consulta|exame
        outra data|outro_dia para meu|minha|o|a .. exame|consulta|SVC
        horario|data|dia|consulta ... nao vai_dar|da|posso|consigo|deu ... @can|outro|outra|@day
        data|dia|horario ... ficou|ruim|complicado ... outro|outra|mudar
        nao vou_conseguir|vou_poder|consigo|posso|vai_dar|da ... @can ser|ir|marcar|passar ... @day|outro|outra
    """),
    ("reschedule", GOOD, """
        tenho|tinha consulta|exame|horario|agendad*|marcad* ... outro|outra dia|data|horario
        consulta|exame|horario ... @can ser|ir|ficar ... outro|outra
        imprevisto|viagem|compromisso ... outro|outra dia|data|horario|semana
        nao|n vou|posso|consigo|poderei|irei|da ... @can ... @day|outro|outra
        trocar|mudar
        outro|outra dia|data|horario .. consulta|exame
        @can ser|ir outro|outra dia|data|semana
        errei .. dia|horario|data
        prefiro .. @day .. consulta|exame
    """),
    ("reschedule", VETO, """
        trocar|mudar|alterar|atualizar .. cadastro|dados|telefone|endereco|email|plano|convenio|numero
        qual .. melhor para mudar
        remarcaram|reagendaram|mudaram
        tem .. mais tarde|cedo
    """),
    ("cancel", STRONG, """
        cancelar|cancela|cancele|cancelem|cancelamento|cancelando|canselar|cancel
        desmarcar|desmarca|desmarque|desmarquem|desmarcando|desmarcacao|desmarco|desmarcado
        nao vou|consigo|posso|poderei|vou_poder|vou_conseguir|conseguirei|vai_dar|da|dara|tenho_como|\
            vou_mais|podemos|podere .. ir|comparecer|consulta|exame|estar_ai|aparecer|fazer_o_exame
        nao irei|comparecerei|iremos
        desisti|desisto|desistir
        nao quero|preciso|precisa|vou_precisar|vou_querer|vamos_precisar|queremos mais .. consulta|exame|\
            horario|retorno|ir|marcar|agendamento|SVC
        nao vou|vamos mais
        liberar|libera|libere|liberem .. horario|vaga|agenda
        tirar|tira|tire|retirar|retira|remove|remover .. nome .. agenda|lista|consulta
        no podre|puedo ir|asistir
        can_not|cant make it
        tirar|tira|tire|retira|retirar|remove ... agenda
        esquece|esqueca|esquecer .. consulta|exame|horario|agendamento|retorno
        nao vai_ter_como|tem_como|vai_dar_para|vou_ter_como|vou_poder|deu|vai_poder|poderia|pude .. ir|comparecer
        avisa|avise|avisar|diz|diga|fala ... nao vou|vai|posso|irei|iremos|poderei
        nao preciso|precisa|quero mais .. marcar
        anula|anular|anule .. consulta|exame|horario
        nao compareco|compareceremos|comparecerei|apareco|vou_aparecer|vou_comparecer|poder_comparecer
        desconsidera|desconsiderar|desconsidere|desmarcacao|desfazer|desfaz .. \
            agendamento|consulta|horario|exame|marcacao
        nao vamos|vai|vou poder|conseguir .. ir|comparecer|aparecer|estar_ai|fazer_o_exame
        @want|terei_que|vou_ter_que|vou|preciso faltar
        vou faltar
    """),
    ("cancel", FAIR, """
        nao vai|vou dar|poder|conseguir $
        nao vou|consigo|posso|poderei .. @day $
        surgiu|apareceu|aconteceu um|uma imprevisto|problema|compromisso|viagem
    """),
    ("cancel", VETO, """
        cancelar|cancela|cancele .. mensagem|mensagens|lembrete|lembretes|notificacao|notificacoes|\
            inscricao|recebimento|cadastro|avisos
        taxa|multa|politica|regra|regras de|por|do|da cancelamento
        ate|quando|prazo ... posso ... cancelar
        quanto tempo ... cancelar
        nao vou|posso|consigo .. esperar|pagar|aguentar|entender
        cancelaram|desmarcaram|remarcaram
        vez|vezes que desmarcam|cancelam|desmarcaram
    """),
    ("confirm", STRONG, """
        confirmo|confirmar|confirma|confirmando|confirmei|confirmado|confirmada|confirmadissimo|\
            confirmacao|confirmamos|confirme ... presenca|consulta|consultas|exame|exames|horario|\
            agendamento|retorno|SVC|PROF|@day|ida|comparecimento
        presenca confirmada|garantida|ok
        vou|irei|vamos|iremos comparecer
        estarei|estaremos|vou_estar la|ai|presente|presentes|na|no|aqui
        irei|vou|vamos sim .. consulta|exame|retorno|@day
        ^ eu? vou|irei|vamos|estarei sim? $
        pode|podem|podes confirmar .. que? eu? vou|irei|estarei|minha|meu|a|o|presenca
        confirmado eu|estarei|vou|estaremos
        confirm .. appointment
        confirmo .. cita|turno
        pode contar comigo
        deixa|deixar|deixe confirmad*
        @day eu? vou|irei|estarei sim|ai|la|presente
        ciente .. estarei|vou|irei|confirmado
    """),
    ("confirm", GOOD, """
        confirmado|confirmada|confirmadissimo {s}
        confirmar|confirmacao {s}
        confirmo .. presenca|ai|la|@day
        consulta|exame|horario .. confirmad* {s}
    """),
    ("confirm", VETO, """
        confirmar|saber|ver|conferir se
        confirmad* {q}
        confirma|confirmar o|seu|meu nome|endereco|valor|preco
        nao confirmo|confirmar|vou|irei
    """),
    ("check_appointment", STRONG, """
        @q o|a|e|e_o|e_a? hora|horas|dia|data|horario .. e|fica|ficou|esta|era|sera|seria|vai_ser|marquei|\
            agendei|tenho|\
            estou|ficamos ... @mine? consulta|consultas|exame|exames|retorno|agendamento|marcado|marcada|\
            agendado|agendada|para_mim
        @q o|a|e|e_o|e_a? hora|horas|dia|data|horario .. minha|meu|minhas|meus|da_minha|do_meu consulta|\
            consultas|exame|\
            exames|retorno|agendamento|horario|SVC
        quando|onde e|era|sera|ficou|esta|vai_ser .. minha|meu|a|o consulta|exame|retorno|SVC
        quando que e .. consulta|exame|retorno
        minha|meu|a|o consulta|exame|retorno|horario|SVC ... e|esta|ficou|era|sera ... quando|que_dia|\
            que_horas|que_hora|hoje_ou|amanha_ou|com_qual|com_quem|que_medico|mesmo
        consulta|exame|retorno|horario|SVC .. e|esta|ficou|fica|era para? @q|hoje|amanha|quando .. hora|\
            horas|dia|medico|mesmo {q}
        consulta|exame|retorno .. e hoje|amanha {q}
        consulta|exame|retorno|horario|SVC .. marcad*|agendad*|confirmad* {q}
        consulta|exame|retorno|horario .. de|do|da|dos|das .. @kin ... @q hora|horas|dia
        se .. consulta|exame|retorno|horario .. marcad*|agendad*|confirmad*
        tenho .. marcad*|agendad* {q}
        tenho|tem|temos alguma? consulta|exame|agendamento .. nome|marcad*|agendad* {q}
        tenho|temos alguma? consulta|exame|horario|agendamento .. @day {q}
        eu? tenho consulta|exame|retorno .. @day {q}
        esqueci|nao_lembro|nao_sei|perdi|nao_anotei|esquecemos ... dia|horario|hora|horas|data
        meus|minhas agendamentos|consultas|marcacoes
        ver|consultar|conferir|verificar|checar|saber .. minha|meu|minhas|meus|a_minha|o_meu consulta|\
            consultas|agendamento|agendamentos|horario
        estou|fui|fiquei|to agendad*|marcad*
        com qual|que|quem medico|medica|doutor|doutora|profissional? .. ficou|consulta|minha
        com qual|que|quem .. e|ficou|esta|sera|marquei|marcou .. consulta|retorno
        horario|dia|data|horas|hora que? ficou|ficamos|marquei|agendei|marcamos
        ficou .. marcad*|agendad*
        no meu nome
        quais|que consultas|exames eu? tenho
        quais|qual|ver sao|e? os|o|as|a? meus|meu|minhas|minha horarios|horario|consultas|agendamentos|marcacoes
        quando|que_dia|que_horas|que_hora eu tenho|vou|venho|volto|preciso_ir|tenho_que_ir .. consulta|exame|retorno|\
            medico|SVC|PROF
        quando tenho consulta|exame|retorno|SVC
        que_dia|que_horas|quando eu? venho
        nome esta .. agenda|lista|sistema|marcad*
        when|what_time is|are my appointment
        what time .. my appointment
        my appointment .. when|time
        cuando|que_hora .. mi cita|turno
        confirmar|saber|ver|conferir se .. marcad*|agendad*|confirmad*|tenho_consulta
        @q dia|horas .. tenho|preciso que ir|estar ai|la
        ver|saber|lembrar|dizer|conferir .. que|qual .. dia|hora|horas|horario|data .. \
            marquei|agendei|tenho|ficou|marcamos
        minha|meu @kin tem|tinha|teria consulta|exame|horario|retorno {q}
        proximo|proxima .. agendamento|consulta|exame|retorno .. meu|minha|tenho
        @q .. meu|minha proximo|proxima
        marquei|agendei {q}
        papel|cartao .. data|dia|horario .. consulta|exame|marcad*
        duvida .. dia|horario|data .. marquei|consulta|exame
        @q? o|a? dia|data|hora|horario .. da_minha|do_meu|do_exame|da_consulta|dos_meus .. \
            exame|consulta|retorno|@kin {q}
        lembra|lembrar|conferir|checar|saber|verificar|relembrar .. dia|data|hora|horario .. \
            consulta|exame|retorno|SVC
        tinha|tenho agendado|marcado {q}
        hora marcada
        ja .. marquei|agendei|agendado|marcado {q}
        qual medico|medica|doutor|doutora .. atender .. minha
    """),
    ("check_appointment", GOOD, """
        ver|consultar .. agendamento|agendamentos
        marcad*|agendad* {q}
        minha consulta {q}
        meu exame e
    """),
    ("check_appointment", VETO, """
        pronto|prontos|sair|saiu|sai|resultado|resultados|laudo|pegar|buscar|retirar
        mudar|trocar|alterar|transferir|passar|adiar|antecipar|remarcar|reagendar|cancelar|desmarcar|desisti
        quanto|valor|preco|custa|cobre|cobrem|convenio
        jejum|preparo|levar|comer|beber|roupa
        confirmo|confirmando
        confirmar minha|meu|a|o
        grave|normal|alterado|alto|alta
        @can ir|trocar
        levar|levo|trazer|trago
        liberado|autorizado|coberto
        antes
    """),
    ("availability", STRONG, """
        tem|teria|tens|teriam|ha|havera|existe|sobrou|consegue|conseguem|arruma|arranja|abriu|tiver|temos|\
            havendo .. horario|horarios|horarinho|vaga|vagas|vaguinha|agenda|encaixe|disponibilidade|data|\
            datas|janela
        @q .. horario|horarios|data|datas|dia|dias|vaga|vagas .. disponive*|livre|livres|vago|vagos|vagas|\
            tem|teria|teriam|sobra*|sobrou|resta*|aberto|abertos|atende|atendem|agenda
        quais|que os? horarios|datas|dias|vagas .. PROF|SVC|doutor|doutora|@day
        @q .. primeiro|proximo|proxima|primeira|mais_proximo|mais_proxima horario|vaga|data|dia|agenda|\
            consulta|disponi*
        primeiro|proximo|proxima|primeira horario|vaga|data|dia disponi*|livre|possivel
        data|horario|vaga mais proxima|proximo|cedo|rapida
        horario|horarios|data|datas|vaga|vagas|agenda disponive*|livre|livres|vago|vagos|aberta|aberto|\
            sobrando|restantes
        quando|que_dia|que_dias|quais_dias|quais_os_dias|quais_sao_os_dias|qual_dia|quais_horarios|\
            que_horario|que_horas .. o|a|os|as? .. PROF|SVC|doutor|doutora|medico|medica .. atende|\
            atendem|tem|esta|estara|trabalha|vem|vai
        PROF|SVC|doutor|doutora|medico|medica|profissional .. atende|atendem|tem|trabalha|vem|esta .. @q|\
            quando .. dia|dias|horario|horas|horarios
        PROF|SVC|doutor|doutora .. atende|atendem|tem|esta|estara|trabalha|vem .. @day|@part {q}
        PROF|SVC .. atende|atendem quando
        quando tem|teria|ha|tera|abre|vai_ter ... vaga|horario|agenda|data|SVC|PROF
        tem .. para quando
        tem|teria ... para ... @day|quando
        tem|teria|consegue|ve ... SVC|PROF|algo|alguma|algum|vaga|horario ... @day|@part {q}
        @q dia|dias|horas .. tem .. SVC|PROF|vaga|horario|agenda
        ^ horario|horarios de|para|da|do|na|no .. @day|@part|PROF|SVC
        ve|veja|verifica|olha se .. tem .. @day|horario|vaga|algo|alguma
        disponibilidade
        openings|availability|available
        hay|tienen .. turno|turnos|cita|citas|horario|disponibilidad|hora
        quando .. tem|teria|teriam|tinham ... consulta|SVC|vaga|PROF
        agenda de|da|do|com .. PROF|SVC|doutor|doutora|medico|medica {q}
        como esta|anda|fica .. agenda
        @q .. horario|hora mais tarde|cedo|proximo
        so|somente tem .. @day {q}
        buraco|brecha|espaco .. agenda|horario|@day
        @day|@part .. ainda|tambem? tem {q}
        ainda tem .. @day|@part
        desistencia|desistencias
        espaco na agenda
        tem|teria|conseguem|arruma .. @day|@part ainda {q}
        sera que tem ... @day
        a partir .. tem
        datas|horarios|dias proximos|proximas|disponive*
        ordem de chegada
        sem marcar|agendar|hora_marcada|marcar_hora {q}
        precisa|preciso|tem_que|tenho_que|necessario marcar|agendar .. ou
        ^ precisa|tem_que|necessario|e_preciso marcar|agendar|marcar_hora|marcar_horario antes? $ {q}
        chegar|ir|chego|vou direto|chegando {q}
        proximas|proximos datas|horarios|vagas
    """),
    ("availability", GOOD, """
        outro|outros|mais horario|horarios|opcoes|datas
        tem .. outro|outra|outros|outras|mais horario|horarios|dia|data|opcao
        tem|teria .. @day|@part {q}
        tem|teria ... mais_cedo|mais_tarde
        ^ horarios $
        @can .. @day|@part {q}
        atende|atendem @day|@part .. SVC|PROF
    """),
    ("availability", VETO, """
        horario|horarios de funcionamento|atendimento|abertura|fechamento|visita
        horario|horarios de voces|da_clinica
        minha|meu|minhas|meus consulta|exame|horario|agendamento|retorno
        vaga|vagas de|para emprego|trabalho|carro|estacionar|estacionamento|estagio
        resultado|laudo|pronto|estacionamento
        valor|preco|quanto
        tenho
        clinica|voces atendem|atende|abre|abrem|funciona
        chover|jogo
        minha|meu @kin tem consulta|exame
        @can contar|tirar
        @can ir {s}
        marquei|agendei
        aberto|aberta|abertos|fechado|fechada
        que dia|horas e hoje|agora
        onibus|ponto
        ficam|fica|estao ai|abertos
        @day voces atendem|abrem|estao
        alguem online|ai|disponivel
        dia .. voces atendem|abrem
        voces|clinica atende|atendem|abrem dia
    """),
    ("services", STRONG, """
        quais|que|qual|quantos|quantas .. servicos|servico|especialidades|especialidade|procedimentos|\
            tratamentos
        quais|que|qual .. exames|exame .. voces|fazem|faz|tem|realizam|oferecem|voces_fazem|disponiveis|\
            clinica|ai
        o_que .. voces|clinica|voce .. fazem|faz|oferecem|oferece|tratam|atendem|tem
        ^ que voces|voce|clinica fazem|faz|oferecem|oferece
        voces|ai|clinica|la|voce|aqui .. fazem|faz|realizam|realiza|oferecem|oferece|colocam|aplicam|\
            tratam .. SVC
        ^ fazem|faz|realizam|realiza|oferecem|oferece|fazem_ai|vcs_fazem|colocam .. SVC
        ^ voces? tem|teria um|uma|o|a|exame|exame_de? SVC {q}
        voces|ai|clinica|la|voce|aqui tem|teria um|uma|o|a|exame|exame_de? SVC {q}
        tem SVC .. ai|clinica|aqui|la|voces {q}
        trabalha|trabalham com .. SVC|fisioterapia|nutricionista|psicologo
        fazem|realizam|realiza|colocam|aplicam|oferecem|aplica|coloca {q}
        voces|voce|ai|clinica faz {q}
        o? que e|seria um|uma|o|a? .. SVC|exame {q}
        o? que e|seria um|uma|o|a? .. SVC
        saber o_que_e .. SVC|exame
        para que serve
        como funciona|e_feito|e_feita|e|fazem|se_faz o|a|um|uma? SVC|exame|consulta|procedimento
        como e|funciona .. exame|SVC|consulta $
        quanto tempo|tempo_de demora|dura|leva|de_duracao .. exame|consulta|SVC|procedimento
        quanto tempo .. exame|consulta|SVC|procedimento .. demora|dura|leva
        exame|consulta|SVC|procedimento .. demora|dura|leva quanto
        lista|relacao de|dos exames|servicos|especialidades
        atende|atendem .. recem*|nenem|nenens|crianca|criancas|idoso|idosos|gestante|gestantes|adulto|adultos|\
            bebe|bebes|adolescente|adolescentes
        teleconsulta|telemedicina|teleatendimento
        atende|atendem|consulta|fazem .. online|domicilio|casa|distancia
        atende|atendem|tem .. emergencia|emergencias|urgencia|urgencias|plantao|pronto
        what .. services|exams|specialties
        do you do|offer|have|treat
        que servicios|especialidades
        hacen|realizan .. SVC|examenes|estudios
        especialidades
        clinica|consultorio de|e que|qual|geral
        voces sao .. clinica|hospital|laboratorio|o_que
        SVC e aquele|aquela|o_mesmo|tipo
        diferenca entre|do|da|de|dos
        por_acaso tem|fazem
        SVC|exame doi|demora|demorado|dolorido|machuca|incomoda|invasivo
        doi|demora|dolorido .. SVC|exame|fazer {q}
        especializad* em
        atendimentos|servicos|especialidades .. clinica|voces|tem|fazem
        fazem|faz .. laudo|atestado|declaracao {q}
        tem|fazem .. exame de|da|do {q}
        quem|tem|fazem .. atendimento com SVC|nutricionista|psicologo
        fazem|faz .. laudo|atestado|declaracao
    """),
    ("services", GOOD, """
        tem|teria SVC {q}
        tem|teria ... raio|mamografia|tomografia|ressonancia|laboratorio|vacina|vacinas|fisioterapia|\
            psicologo|nutricionista|dentista|ortopedista|oftalmologista {q}
        ^ SVC $ {q}
        voces sao clinica|especializad*|especialistas
        servicos
        ^ exames $
    """),
    ("services", VETO, """
        fazem|faz .. vezes|parcel*|x|convenio|plano|PLAN|unimed|desconto
        PLAN|convenio|convenios|plano|planos|sus
        quanto custa|e|sai|fica|cobram
        valor|preco|custa
        quem .. faz|fazem|realiza|atende|atendem
        @can .. tomar|comer|beber
        faz mal|bem|efeito|parte
        fazem|faz .. nota|recibo|entrega|entregas
        faz|fazem quanto
        jejum|preparo|resultado
        laudo pronto|saiu|ja|ficou
        quem
        pronto|prontos
        horario|horarios
        mais tarde|cedo
        antes
        quanto .. gastar|gasto
        depilar|raspar
        horroroso|pessimo|ruim|lixo
    """),
    ("price", STRONG, """
        quanto|qto .. custa|custam|custaria|sai|sairia|cobra|cobram|pago|pagaria|pagarei|ficaria|fica|\
            custou|cobraria
        quanto que? e|esta|fica|da|seria|sao|vai|custa|ta
        custa|e|esta|sai|fica|ficou|da|por|saindo quanto
        por quanto
        valor|valores|valorzinho
        preco|precos|precinho
        orcamento|orcamentos
        tabela .. preco|precos|valores
        custa|custo|custos
        investimento
        cobra|cobram|cobrado|cobrada|cobrados|cobrar {q}
        tem_que|tenho_que|precisa|preciso|paga|vou pagar .. retorno|consulta|algo|alguma|taxa
        retorno .. pago|cobrado|gratis|gratuito|paga|incluso
        e|sao gratis|gratuito|gratuita|de_graca|pago|paga {q}
        e muito|mais|bem? caro|cara|barato|barata
        how much
        price|prices|cost|costs|fee
        cuanto cuesta|sale|vale|es|cobran
        cuanto|precio|precios
        quanto vou|vai|ia|eu|a_gente|iria|preciso|precisa|devo|tenho_que .. \
            gastar|pagar|sair|ficar|custar|desembolsar|investir|dar
        quanto .. gastar|gasto|gastaria|investir
        sem plano|convenio .. quanto
        em conta {q}
        e cobrad*
        valor|preco|custo .. sem convenio|plano
        saber .. preco|valor
    """),
    ("price", GOOD, """
        caro|barato {q}
        taxa
        ^ quanto $
        gratis|gratuito|gratuita
        quanto {q}
        ^ quanto
        gasto|gastar
        dinheiro .. custa|gasto
    """),
    ("price", VETO, """
        quanto tempo
        quanto_antes
        quanto e 1|2|3|4|5|6|7|8|9|10|100
        cobra*|paguei .. errado|errada|a_mais|duas|indevid*
        dolar|moto|carro|casa|pizza|bitcoin
        valor normal|referencia
        quanto tempo|antes|tempinho
        quanto .. demora|dura
        ate quanto
    """),
    ("insurance", STRONG, """
        aceita|aceitam|aceitao|atende|atendem|cobre|cobrem|trabalha|trabalham|pega|pegam|credenciad*|\
            conveniad*|cobertura|coberto|coberta|recebe|recebem|tem|fazem|faz|consulta|passa ... PLAN|\
            convenio|convenios|plano|planos|sus|seguro
        PLAN|convenio|plano|sus .. cobre|cobrem|aceita|aceitam|atende|atendem|passa|da {q}
        PLAN .. voces|ai {q}
        PLAN {q}
        convenio|convenios|conveniada|conveniado|credenciado|credenciados|credenciada
        plano|planos de saude
        meu|minha plano|planos
        quais|que|qual planos
        ^ plano|planos $
        ^ PLAN $
        carteirinha|carteira .. plano|convenio
        guia|autorizacao|autorizar .. convenio|plano|PLAN
        seguro saude|medico
        take|accept .. insurance
        insurance
        obra social
        rede credenciada
        pelo|pela|com plano|convenio|PLAN {q}
        liberad*|autorizad*|cobert* .. plano|convenio|PLAN
        PLAN .. trabalham|atendem|aceitam|fazem
        guia autorizada|autorizado|liberada
        plano da|do|de
        rede .. PLAN|credenciada|plano
    """),
    ("insurance", GOOD, """
        plano|planos
        carteirinha
        ^ tenho|e|sou|uso|pelo|pela|pelo_plano|sim .. PLAN
        pelo|pela|com|do|da|de PLAN $
        ^ particular $
        sou|tenho|uso .. PLAN
        autorizacao|guia
        sus
        reembolso {q}
        so|somente|apenas particular
        atende|atendem particular
    """),
    ("insurance", FAIR, """
        PLAN
        particular
    """),
    ("insurance", VETO, """
        quanto|valor|preco|custa .. particular
        plano funerario|odontologico|internet|celular
        mudar|trocar|atualizar .. cadastro|dados
        meu|meus plano|planos e|era .. viajar|ir
        valor|preco|quanto .. sem convenio|plano
    """),
    ("hours", STRONG, """
        horario|horarios .. funcionamento|abertura|fechamento|expediente|comercial|abre|fecha
        horario|horarios de atendimento
        @q hora|horas|horario .. abre|abrem|fecha|fecham|funciona*|encerra*|abrira|comecam|comeca
        @q dias|dia .. abre|abrem|funciona|funcionam
        abre|abrem|fecha|fecham|funciona .. @q horas|hora|dias|horario
        clinica|voces abre|abrem|funciona .. @q
        ate @q hora|horas|horario
        abre|abrem|abrira|abriram|abrir|funciona|funcionam|fecha|fecham|fechar|fechada ... @day|feriado|\
            almoco|noite|manha|agora|sabados|domingos|feriados|natal|carnaval
        voces|clinica|ai .. abre|abrem|funciona|funcionam|fecha|fecham
        ^ abre|abrem|fecha|fecham|funciona|funcionam .. @day|feriado|feriados|sabados
        esta|estao|tao .. aberto|aberta|abertos|fechado|fechada|fechados|atendendo|funcionando
        ^ abert*|fechad* {q}
        voces|clinica|ai|tambem? atende|atendem|atendendo|trabalha|trabalham ... sabado|sabados|domingo|domingos|\
            feriado|feriados|fim_de_semana|final_de_semana|a_noite|de_noite|a_tarde|hoje|agora|almoco|segunda|\
            terca|quarta|quinta|sexta|cedo
        ^ atende|atendem|atendendo ... sabado|sabados|domingo|domingos|feriado|feriados|fim_de_semana|\
            final_de_semana|a_noite|noite|hoje|agora|almoco
        tem|ha .. atendimento|expediente .. sabado|domingo|feriado|fim_de_semana|noite|hoje|amanha|almoco
        @q .. horario|horarios de|da|do|ai? voces|clinica|consultorio|ai
        ^ qual .. horario $
        ^ horario|horarios de|da voces|clinica|consultorio $
        horario de voces|da_clinica
        expediente
        atende|atendem|funciona|funcionam|aberto|aberta|abertos 24 horas|h
        opening|working|business hours
        what time .. open|close
        are you open
        do you open|close
        horario de atencion
        a que hora abren|cierran
        que horario tienen|atienden
        fica|ficam|estao|permanece .. aberto|aberta|abertos|abertas|atendendo|funcionando
        que horas|hora .. ate|a que horas|hora
        @can ir|passar|vir ai? .. que_horas|qualquer_hora|qualquer_horario
        que horas @can ir|passar|vir|chegar
        tem expediente
        sabado|domingo .. ate @q horas|hora
        ate quando .. voces|fica|ficam|atende|atendem|abre|abertos
        @day .. voces|clinica .. atendem|abrem|estao|trabalham|funcionam
        @day voces|clinica estao|atendem|abrem|trabalham|funcionam
        clinica|consultorio aberta|aberto|fechada|fechado
        meio dia {q}
        direto {q}
        dezembro|janeiro|natal|reveillon|carnaval|pascoa|corpus|emenda .. \
            atende|atendem|abre|abrem|funciona|aberto|aberta
        voces|clinica atende|atendem|abre|abrem|funciona dia
    """),
    ("hours", VETO, """
        PROF|SVC|doutor|doutora|medico|medica .. atende|atendem|abre|vem|trabalha
        como funciona
        livre|livres|vaga|vagas|disponive*
        agenda
        joga|jogo|filme|onibus
        minha|meu consulta|exame
    """),
    ("location", STRONG, """
        endereco|enderecos|enderecinho
        localizacao|localizada|localizado|localizados|localiza
        onde que? fica|ficam|e|esta|estao|voces|seria|sao .. clinica|voces|consultorio|ai|isso|voce|\
            unidade|laboratorio|lugar
        ^ onde|aonde que? e|fica|ficam|estao|seria
        ^ onde|aonde $
        onde|aonde voces|voce|clinica fica|ficam|estao|e|esta|atendem
        clinica|voces|consultorio fica|ficam|estao .. onde|aonde|qual|que|perto|centro|bairro
        fica|ficam onde|aonde|em_que|em_qual|perto|no_centro|longe
        estacionamento|estacionar|manobrista|valet
        parar|deixar|guardar .. carro|moto
        vaga|vagas para|de carro|carros|moto
        como eu? chegar|chego|vou_ate|faco_para_chegar|faz_para_chegar|faco_para_ir|posso_chegar|chega
        bairro
        cep
        @q .. rua|andar|avenida|predio|cidade|sala|numero_da_casa
        ponto|pontos de? referencia
        perto|proximo|proxima de|do|da .. metro|onibus|terminal|shopping|hospital|centro|onde|estacao|\
            praca|rodoviaria {q}
        onibus|metro|uber .. ai|perto|passa|chegar|chega|clinica
        waze|google_maps|maps
        mapa .. clinica|localizacao|google
        rampa|cadeirante|cadeirantes|acessibilidade|acessivel
        cadeira de rodas
        elevador
        where are|is you|located|the|clinic
        address|parking|directions
        donde esta|estan|queda|quedan|ubicad*
        direccion|ubicacion|ubicados
        ^ cidade|rua|bairro|local {q}
        saindo de|da|do
        na frente|porta .. estacionar|parar|vaga
        explica|ensina .. chega|chegar|ir
        voces|clinica sao|e|ficam|fica de|da|do|em|no|na {q}
        onde que? fica|ficam|e|seria|estao
        referencia|referencias
        mapa|link|pin .. do|da|de mapa|localizacao|endereco|maps
        ponto|parada de onibus
        mesmo|qual predio|quadra|lado|rua
        predio|edificio {q}
        em_frente|na_frente|ao_lado|atras de|da|do|a {q}
        frente {q}
        link do mapa
    """),
    ("location", GOOD, """
        mobilidade reduzida
        banheiro adaptado
        e longe {q}
        escada|escadas {q}
        fica|ficam .. perto {q}
    """),
    ("location", VETO, """
        email|e_mail
        endereco do|de email
        atualizar|mudar|alterar|trocar|corrigir .. endereco
        onde .. resultado|laudo|pago|pagar|reclam*
        referencia do|da medico|doutor
        valor .. referencia
    """),
    ("professionals", STRONG, """
        quais|quantos|quantas|lista|relacao de|os|as|dos|das|sao|sao_os? .. medicos|medicas|profissionais|\
            doutores|doutoras|especialistas|SVC
        que medicos|medicas|profissionais|doutores|especialistas
        quem e|sao|seria|faz|fazem|atende|atendem|realiza|vai .. medico|medica|doutor|doutora|medicos|SVC|\
            atender|profissional|exame|consulta|especialista|ai|voces
        quem .. atende|atendem|faz|realiza|opera|examina .. SVC|pediatria|exame|ai|@q|consulta
        qual .. nome do|da|dos|das .. medic*|doutor*|SVC|profissional|profissionais|especialista
        nome do|da|dos|das medic*|doutor*|profissional|profissionais|SVC
        qual e|o|a? medico|medica|doutor|doutora|profissional .. atende|faz|e|tem|voces|ai|que
        PROF|doutor|doutora ainda|tambem|tb? atende|trabalha|consulta .. ai|clinica|aqui|voces|la
        PROF|doutor|doutora ainda|tambem? atende|trata|opera|faz|e ... crianca|criancas|adulto|adultos|\
            bom|boa|especialista|SVC|cardiologista|cirurgia|atencioso|idosos|particular
        PROF .. e|ainda .. boa|bom|SVC|medica|medico {q}
        PROF .. ainda|continua .. atende|trabalha|ai
        sobre o|a|os .. PROF|medico|medica|medicos|doutor|doutora|profissional
        crm|rqe|formacao|curriculo
        especialidade|especialidades do|da|dos .. PROF|doutor|doutora|medico|medica
        medico|medica|doutora|doutor|ginecologista|SVC mulher|homem
        tem .. medica mulher|mulher {q}
        tem quantos|quantas .. medicos|medicas|SVC|profissionais
        who .. doctor|doctors|physician
        quien|quienes .. doctor|doctores|medico|medicos
        corpo clinico
        equipe medica
        quem que? e|sao|seria|faz|fazem|atende|atendem|realiza .. \
            medico|medica|doutor|doutora|medicos|especialista|profissional|SVC
        indica|indicam|recomenda|recomendam|sugere|sugerem ... medico|medica|doutor|doutora|profissional|especialista
        PROF|doutor|doutora .. tem|fez|possui .. especializacao|formacao|experiencia|residencia
        homem ou mulher
        mulher ou homem
        medico|medica|doutor|doutora|cardiologista|SVC e homem|mulher
    """),
    ("professionals", GOOD, """
        medicos|profissionais|doutores {q}
        ^ medicos|profissionais|doutores $
        quem atende|atendem {q}
        PROF {q}
        medica mulher
    """),
    ("professionals", VETO, """
        @day|vaga|vagas|horario|horarios|agenda|disponi*
        quanto|valor|preco
        @want .. falar|conversar
        PLAN|convenio
        quais|que dias|horarios|dia
        minha|meu consulta|exame
    """),
    ("preparation", STRONG, """
        jejum
        preparo|preparos|preparacao|preparar|preparo_para
        @q .. preciso|precisa|devo|tenho_que|tem_que|e_para|necessario|posso levar|trazer
        o? que e? para? preciso|precisa|devo|tenho|tem|e|posso .. levar|trazer
        o? que levar|trazer
        precisa|preciso|tem_que|tenho_que|devo|necessario|e_preciso|e_necessario|pode .. levar|\
            trazer .. pedido|exame|exames|documento|documentos|guia|carteirinha|receita|receitas|algo|\
            algum|alguma|acompanhante|toalha|roupa|laudo|remedios
        precisa|preciso|tem_que|tenho_que|necessario|necessita|e_preciso|exige|exigem .. pedido|\
            encaminhamento|acompanhante|solicitacao|requisicao {q}
        precisa|preciso|tem_que|tenho_que|devo|e_necessario .. beber|tomar|suspender|parar|chegar|ficar|\
            depilar|raspar|segurar|usar|ir .. agua|remedio|remedios|medicacao|antes|xixi|urina|roupa|\
            jejum|cedo|minutos|bexiga
        precisa|preciso|devo .. chegar|ir .. antes|cedo|adiantado|antecedencia
        posso|pode|podia .. comer|beber|tomar|fumar|almocar|jantar|malhar|treinar ... antes|exame|SVC|\
            exames|coleta
        posso|pode .. tomar|usar|banhar banho|desodorante|creme|hidratante|maquiagem
        posso|pode .. tomar_banho|banho .. com|SVC
        quanto|quantas tempo|horas|minutos .. antes
        quantas horas .. jejum|comer
        com? @q roupa|roupas|calcado
        roupa|roupas|tenis .. usar|ir|vestir|SVC|exame
        orientacoes|instrucoes|recomendacoes|cuidados .. exame|SVC|consulta|para|antes
        menstruad* .. exame|SVC|fazer
        exame|SVC|fazer .. menstruad*
        suspender|parar|interromper|cortar ... remedio|remedios|medicacao|medicamento ... exame|SVC|antes
        quais|que documentos|documento|exames .. preciso|precisa|levar|necessario|necessarios|devo
        documentos|documento {q}
        acompanhante {q}
        pedido medico {q}
        do i need to bring|fast
        fast|fasting
        what .. bring
        ayunas|ayuno
        que llevar|debo_llevar
        bexiga cheia
        sem comer|beber|tomar|alimento|comida
        ficar sem
        acompanhad* {q}
        levo|trago|levar|trazer .. exame|exames|documento|documentos|pedido|laudo|receita {q}
        depilar|raspar
        o_que .. fazer|preciso|devo ... antes
        posso|pode|devo|preciso ir|usar|fazer .. de|com .. roupa|batom|maquiagem|esmalte|brinco|creme|lente|\
            tenis|joia|calca|saia|vestido
        posso|pode|podemos beber|comer|tomar .. antes {q}
        bexiga
        repouso
        cheio|cheia|vazio|vazia {q}
        precisa|preciso|tem_que|tenho_que|devo|necessario tirar|retirar|remover|levar|ficar|usar|dormir|lavar|\
            chegar|vir|ir|estar ... SVC|exame|sutia|roupa|brinco|joias|esmalte|antes|depois {q}
        posso|pode|consigo .. fazer|ir|dormir|trabalhar|dirigir|treinar|tomar_banho ... \
            SVC|exame|gripado|gripada|menstruada|gravida|resfriado {q}
        SVC|exame ... posso|pode|consigo dormir|trabalhar|tomar|dirigir|treinar|molhar|tirar|fazer
        restricao|restricoes .. antes|exame|SVC
        que|quais|alguma restricao|orientacao|orientacoes|recomendacao
        que horas .. tenho_que|preciso|devo|precisa|e_para chegar|estar|ir
        que horas tenho_que|preciso|devo
    """),
    ("preparation", GOOD, """
        antes do|da|de|dos exame|SVC|exames|consulta {q}
        pedido|encaminhamento medico? {q}
        jejum
        posso|pode|devo ir .. exame|SVC {q}
        antes do|da|de|dos .. SVC|exame|consulta
    """),
    ("preparation", VETO, """
        guia .. convenio|plano|PLAN
    """),
    ("results", STRONG, """
        resultado|resultados
        laudo|laudos
        exame|exames|SVC .. pronto|prontos|pronta|saiu|sairam|chegou|chegaram
        ja|quando|que_dia .. sai|saiu|sairam|fica|ficam|ficou|ficaram|chega|chegou .. exame|exames|pronto|\
            SVC
        pegar|buscar|retirar|retirada|receber|baixar .. exame|exames|SVC
        segunda via
        2 via
        @can .. buscar|pegar|retirar .. exame|exames
        imagens|cd|fotos do|dos exame|exames|SVC
        my|test results
        results
        resultados .. analisis|examenes
        cade|onde_esta|onde_fica .. exame|exames|SVC
        exame|exames|SVC ... pronto|prontos|saiu
        pronto|prontos .. retirar|buscar|pegar
        quanto tempo ... pronto|sair|resultado
        ficar|fica|ficam|ficou|esta pronto|prontos .. exame|exames|SVC
        recebi|receber|chegou .. exame|exames|resultado|laudo
        mandam|manda|enviam|envia|entregam .. exame|exames|imagens|resultado .. whatsapp|email|casa|online
        medico|doutor|doutora .. viu|olhou|analisou .. exame|exames
        exame|exames que fiz|fizemos|fez
    """),
    ("results", VETO, """
        deu|veio|esta|foi .. alterad*|alto|alta|baixo|positivo|ruim
        grave|normal|significa|perigoso
        segunda via .. boleto|nota|recibo
        levar .. resultado|resultados|exames
        fazem|faz .. laudo|atestado
    """),
    ("payment", STRONG, """
        pix|picpay
        cartao|cartoes
        debito|credito
        parcel*
        forma|formas|meio|meios|opcoes .. pagamento|pagar
        pago|paga|pagar|pagamento|pagando .. antes|na_hora|como|quando|adiantad*|antecipad*|depois|dia|\
            onde|cartao|pix|dinheiro|vista
        como|onde|quando .. pago|pagar|pagamento|paga
        em|de|divide|ate quantas? vezes|x
        em? 2|3|4|5|6|10|12 x|vezes
        quantas vezes
        desconto|descontos
        a vista
        boleto
        nota|notas fiscal|fiscais
        recibo|recibos
        dividir|divide|dividem
        transferencia|transferir bancaria|banco
        aceita|aceitam|recebe .. dinheiro|cheque|vale|especie
        dinheiro {q}
        pagamento|pagamentos
        maquininha|maquina_de_cartao
        pay|payment .. card|cash|by|methods
        pagar con|tarjeta
        tarjeta|efectivo
        nota para|do|de .. imposto|reembolso|plano|convenio|empresa
        imposto de renda
        metade .. agora|antes|depois|cartao|dinheiro
        dividem|divide|dividir|parcelar
        recibo
        adiantado {q}
        dados .. pagamento|deposito|transferencia
    """),
    ("payment", GOOD, """
        pagar|pago {q}
        mastercard|visa|elo|hipercard
        juros
        reembolso
    """),
    ("payment", VETO, """
        cartao|carteira do sus|convenio|plano
        paguei|cobraram|cobrou
        dinheiro de_volta
        ganhe|bonus|compre|aposte
        retorno .. pago|pagar|paga
        tem_que|precisa|preciso pagar .. retorno|consulta
        paguei ... nao
    """),
    ("human", STRONG, """
        falar|falo|fala|falasse|conversar|converso|contato|atendido|atendida|transferir|transfere|\
            transfira|passar|passa|passe|chamar|chama|chame|encaminhar|encaminha|tratar ... atendente|\
            atendentes|pessoa|humano|humana|alguem|recepcao|recepcionista|secretaria|secretario|gente|\
            moca|moco|responsavel|gerente|diretor|telefone|PROF|medico|medica|doutor|doutora|enfermeira|\
            funcionario|funcionaria|voces
        ^ um|uma|o|a? atendente|humano|recepcao|secretaria|recepcionista|pessoa|atendimento_humano|gerente $
        atendente|atendentes
        atendimento humano|pessoal|humanizado
        robo|bot|chatbot|inteligencia_artificial
        gente|pessoa|alguem|atendente de_verdade|real|humana|de_carne
        @want .. humano|atendente
        humano
        me liga|ligue|liguem|ligar|telefona|telefone|retorna|ligam
        @can .. ligar .. para|mim|hoje|agora|alguem
        pode|podem|pede|peca|pedir .. alguem .. ligar|retornar|falar|chamar
        pode|podem me? ligar
        falar|fala|ligar .. por_telefone|no_telefone|pelo_telefone
        qual|numero|manda .. telefone .. falar|ligar|contato|voces|clinica|recepcao|fixo|ai
        qual|numero .. telefone
        talk|speak .. human|person|someone|agent|representative|real
        hablar con|a .. persona|alguien|humano|recepcion
        cade|chama|chame .. secretaria|atendente|alguem|recepcionista|gente|moca
        atendimento de|com|por gente|pessoa|humano
        voce e uma|um|de? maquina|pessoa|humano|humana|gente|robo|real|verdade
        tem .. numero|telefone .. ligar|falar|contato
        numero .. ligar|telefonar
        passa|transfere|encaminha me|para .. setor|departamento|responsavel
        setor responsavel
        alguem .. da_clinica|ai|possa|pode|consiga .. responder|atender|ajudar|falar
    """),
    ("human", GOOD, """
        telefone {q}
        tem alguem de_verdade|humano|ai_de_verdade
        ligacao
        gerente
    """),
    ("human", VETO, """
        mudar|trocar|atualizar .. telefone|numero
        burro|idiota|lixo|pessim*
        alguem me? respond* {q}
        fala|fale|falar|falem|conta sobre
        ser|sou atendido|atendida .. PROF|SVC
        nunca|ninguem|nao .. atende|atendem|responde
        passar com|no|na|em .. PROF|medico|medica|doutor|doutora|SVC
    """),
    ("thanks", STRONG, """
        obrigad*
        valeu
        agradec*
        grata|grato|gratidao|agradecida|agradecido
        thanks|thank|thx|ty
        gracias
        deus .. abencoe|pague|ilumine
        muito gentil|gentileza
        ajudou muito|bastante
    """),
    ("goodbye", STRONG, """
        tchau|xau|adeus
        ate logo|mais|breve|la|proxima|mais_tarde|outra_hora|depois|ja
        ^ ate a proxima|@day
        ate a proxima
        ^ ate amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo|semana entao? $
        ate amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo $ {s}
        ^ fui $
        ^ falou|flw
        abraco|abracos|beijo|beijos
        bom|otimo|excelente final|fim|feriado|descanso|domingo|sabado
        tenha|tenham|otimo|otima|excelente .. dia|semana|noite|tarde
        era|e so isso|isto
        so isso|isto
        era isso $
        por enquanto|hora e? so
        por enquanto so
        bye|goodbye
        see you
        hasta luego|manana|pronto
        adios|chau
        fique|fica|fiquem com deus
        ^ boa|otima|bom semana|final|fim
        boa|otima semana .. voces|voce|todos
        nos_vemos|vemos .. @day|la|ai
    """),
    ("goodbye", VETO, """
        atende|atendem|abre|abrem|aberto|abertos|funciona
    """),
    ("emergency", STRONG, """
        ^ emergencia|urgente|urgencia|emergency|socorro $
        ^ e|eh uma? emergencia|urgente|urgencia
        help me
        emergencia|urgencia|urgente .. agora|ajuda|rapido|socorro
        ambulancia|samu
    """),
    ("emergency", VETO, """
        contato|numero de emergencia
        atende|atendem|tem|custa|valor .. emergencia|urgencia
    """),
    ("medical_advice", STRONG, """
        posso|pode|podia|podemos|devo|poderia|da_para .. tomar|usar|beber|passar|dar|misturar|continuar|\
            aplicar|ingerir|parar_de_tomar|dobrar .. @drug|isso|para|com|alcool|depois|por
        posso|pode|devo .. treinar|malhar|correr|dirigir|viajar|engravidar|amamentar|voar|transar|beber {q}
        devo|posso parar|suspender|aumentar|diminuir .. @drug|dose
        @q .. @drug .. tomo|tomar|bom|para|uso|usar|devo|posso|indicad*|melhor|recomend*
        @q @drug
        o? que e|tem bom|boa para
        o? que .. bom para
        o? que .. eu? faco|devo_fazer|posso_fazer|fazer|tomo|posso_tomar|tomar .. para|com|@symptom
        @symptom ... o? que .. faco|fazer|tomo|tomar
        @symptom .. o? que e|sera|pode|seria
        o? que e|sera|pode_ser|seria .. isso|essa|esse|dor|@symptom
        pode ser o? que|cancer|grave|infarto|virose|dengue|covid|pressao
        e|seria|sao|fica|esta .. grave|normal|perigoso|perigosa|preocupante|alto|alta|baixo|baixa|serio|\
            cancer|contagioso|contagiosa|ruim|labirintite|infeccao|virose|dengue|covid {q}
        e normal .. sentir|ter|ficar|dor|@symptom|depois|sangrar
        sera que e|eh|estou|tenho|pode
        o? que significa|quer_dizer
        receitar|receita|prescrever|prescreve|passar|passa|indica|indicar|recomenda|recomendar .. @drug
        dose|dosagem|mg|ml|gotas
        efeito|efeitos colateral|colaterais
        bula|contraindicacao|contraindicado
        @drug .. da|causa|faz .. sono|mal|efeito|enjoo|@symptom
        faz mal
        minha|meu|a|o @reading ... deu|esta|ta|e|foi|alta|alto|baixa|por|subiu|caiu|medi
        @reading deu|alta|alto|baixa|baixo|subiu|alterada
        exame|resultado .. deu|veio|esta|apareceu .. alterad*|alto|baixo|positivo|colesterol
        posso|pode .. gravida|gestante|gravidas|amamentando
        gravida|gestante|amamentando .. pode|posso
        can i take|use|drink
        is it normal|serious|dangerous
        should i take|stop
        puedo tomar
        es grave|normal
        interacao medicamentosa
        tomo|uso .. posso|pode .. junto
        o? que pode|poderia|sera|seria ser? {q}
        o_que .. pode ser
        quer dizer
        devo|preciso me preocupar
        me preocupar
        o_que faco|eu_faco|devo_fazer|fazer|posso_fazer {q}
        @symptom|menstruacao|pressao|febre ... o_que faco|fazer|devo
        perigoso|seguro|arriscado .. tomar|usar|misturar|beber
        quantas|quantos gotas|comprimidos|mg|ml|vezes .. dou|tomo|dar|tomar|@drug
        que colirio|pomada|remedio|creme|shampoo|antibiotico|cha|vitamina|xarope
        sera que preciso|devo|tenho|posso|estou|pode
        como trato|tratar|curo|curar|melhoro|aliviar|alivio|passa|passo
        posso|pode|devo .. tomar .. vacina
        vacina .. gripad*|febre|gravida
        operar|cirurgia {q}
        posso|pode|devo .. tomar .. vacina .. gripado|gripada|febre|doente|gravida
    """),
    ("medical_advice", GOOD, """
        estou|tou|esta|estamos|ando|sinto|sentindo|tenho|tive|com|tendo|apareceu|apareceram .. @symptom
        doi|doendo|doeu
        grave|perigoso|preocupante {q}
        sintoma|sintomas
        diagnostico
        posso|pode .. @drug
        o_que faco|eu_faco|devo_fazer $
        menstruacao .. atras*|nao_desce|irregular
        apareceu|saiu|surgiu .. bolinha|bolinhas|caroco|mancha|manchas|ferida|verruga
        meu|minha olho|olhos|pele|barriga|perna|pe|garganta|ouvido|cabeca|costas .. \
            vermelho|vermelha|inchado|inchada|doendo|cocando|coca|amarelo|irritado
    """),
    ("medical_advice", FAIR, """
        @symptom
        @drug
        virose|dengue|covid
    """),
    ("medical_advice", VETO, """
        antes do|da|dos|de exame|SVC|exames|coleta|ecografia|consulta
        para fazer o|a|os exame|exames|SVC
        posso|pode .. tomar|usar banho|cafe|agua|desodorante
        banho com
        receita de bolo|frango|pao|torta|massa
        marcar|agendar|remarcar|reagendar|cancelar|desmarcar
        exame .. dor
        quero|queria|preciso|gostaria ... consulta|SVC|horario|vaga|encaixe
        muito caro|cara
        alto|alta preco|valor
        beber|tomar|comer .. antes {q}
        vendem|vende|compra
        faco|faz|fazer para pagar|chegar|cancelar|entrar|pegar|receber
        erro|erros|site|link|sistema|aplicativo
    """),
    ("complaint", STRONG, """
        reclam*
        pessim*|absurdo|absurda|vergonha|vergonhoso|palhacada|descaso|desrespeito|incompetente|\
            incompetentes|incompetencia|lixo|porcaria|ridiculo|ridicula|decepcionad*|decepcao|indignad*|\
            insatisfeit*|revoltad*|inadmissivel|lamentavel|inaceitavel|negligencia
        falta de respeito|consideracao|educacao|profissionalismo
        mal|pouco atendid*|educad*|tratad*|atendimento
        atendimento horrivel|ruim|terrivel|demorado|lento
        maltrat*
        grosso|grossa|grosseira|grosseria|grosseiro|rude|ignorante|estupida|estupido
        procon|processar|advogado|denuncia|denunciar|reclame_aqui|ouvidoria|crm_denuncia
        ninguem .. responde|respondem|atende|atendeu|respondeu|resolve|da_retorno|retorna|liga
        esperei|esperando|aguardei|aguardando|esperamos ... hora|horas|minutos|dias|tempao
        que demora
        demora|demoram|demorou .. responder|atender|demais|muito
        cobr* .. errad*|a_mais|duas_vezes|indevid*|duplicad*|em_dobro
        dinheiro de_volta|de_novo
        nao gostei|gostamos do|da|de|nada
        burro|burra|idiota|inutil|imbecil|merda|porra|otario|incompetente
        sem avisar|aviso
        odiei|odeio
        pior clinica|atendimento|lugar
        dias|horas|tempo tentando .. falar|marcar|contato|atendimento
        cancelaram|desmarcaram|remarcaram .. minha|meu|sem
        bad|terrible|awful|worst service|experience|clinic
        complain|complaint
        mal servicio
        queja
        horroros*
        cancelaram|desmarcaram|remarcaram
        nao fui|fomos atendid*
        esperando|aguardando|espero .. resposta|retorno|atendimento|ligacao ... \
            desde|ontem|dias|horas|tempo|semana|ate_agora
        nao funciona|presta
        que droga|raiva|odio|saco|merda|inferno
        em cima_da_hora
        paguei .. nao
        nunca|ninguem .. atende|atendem|responde|respondem|resolve|ligam
        voces nunca
        nem olhou|ligou|respondeu|avisou|examinou
        esperando .. fui_embora|ate_agora|horas
        fui embora
        vez|vezes que .. desmarcam|cancelam|desmarcaram|remarcam|erram|esquecem
        pessim*|horrivel|terrivel|ma experiencia
        denuncia|denuncias
        chateada|chateado|decepcionada|decepcionado|furiosa|furioso|brava|bravo .. com
        destratad*|humilhad*|ignorad*
    """),
    ("complaint", GOOD, """
        demora $
        insatisfacao|frustrad*|chatead*|aborrecid*|irritad*
        nao .. respondem|atendem|resolvem
        horrivel|terrivel
        errado|errada .. cobr*|conta
        nunca mais volto|piso|vou|indico
        cade voces|resposta|retorno
    """),
    ("complaint", VETO, """
        dor|dores ... horrivel|terrivel
        nao gostei de nenhum
        denuncia .. perfil
    """),
    ("opt_out", STRONG, """
        parar|para|pare|parem|deixe|deixem|chega|cansei|deixa de|com .. mandar|enviar|receber|mensagem|\
            mensagens|mandarem|encher|perturbar|incomodar|propaganda|propagandas|lembrete|lembretes|spam
        pare|parem de me
        @want .. parar|deixar de receber
        nao quero|desejo|gostaria_de|queremos .. receber|recebendo
        nao quero|desejo mais? .. mensagem|mensagens|lembrete|lembretes|propaganda|propagandas|\
            notificacao|notificacoes|aviso|avisos|contato
        nao me? mande|mandem|envie|enviem|manda|incomode|incomodem|perturbe|perturbem|escreva|escrevam|\
            mandar mais?
        nao me? mande|mandem|envie|enviem
        tira|tire|tirem|tirar|remova|remove|remover|removam|exclua|excluir|retire|retira|sair|\
            sai .. lista|grupo|transmissao
        ^ sair|stop|parar|cancelar_inscricao|descadastrar|unsubscribe|pare|parem|basta|quit $
        descadastr*|desinscrev*
        unsubscribe
        cancelar|cancela|cancele .. mensagem|mensagens|lembrete|lembretes|notificacao|notificacoes|\
            inscricao|recebimento|avisos
        bloque* me|esse|este|voces|ai|meu
        me bloque*
        vou bloquear|denunciar_spam
        remover|remova|tirar|tira|tire|tirem|removam|apaguem|apagar|apaga|exclua|excluir .. meu \
            numero|contato|telefone|whatsapp
        sem lembrete|lembretes|propaganda
        stop sending|messaging|texting
        no quiero recibir|mas_mensajes
        nao autorizo|aceito|permito mais? .. contato|mensagem|mensagens|receber
        para|parar|pare|parem com .. mensagem|mensagens|isso
        para|pare|parem de|com .. encher|isso|mandar
        nao quero .. receber .. nada|mais
        desativar|desativa|desative|desligar|desliga|remover .. \
            lembrete|lembretes|mensagem|mensagens|notificacao|notificacoes|avisos
        nao tenho_interesse|quero .. receber
        nao quero|tenho_interesse .. novidades|promocoes|ofertas
    """),
    ("opt_out", VETO, """
        marcar|marca|marcam|marco|agendar|agenda|agendam|cancelar|cancela|cancelo|remarcar|confirmar|confirma .. \
            por|via|pelo|no mensagem|mensagens|whatsapp|zap
    """),
    ("data_request", STRONG, """
        apaga|apagar|apaguem|apague|exclui|excluir|exclua|excluam|exclusao|deleta|deletar|delete|deletem|\
            remover|remova|remocao|eliminar|elimine|retirar|acesso|acessar|ver|copia|corrigir|corrige|\
            correcao|alterar|altera|atualizar|atualiza|atualizem|mudar|consultar|enviar|envia|enviem|\
            baixar|exportar|portabilidade|saber ... dados|informacoes_pessoais|cadastro|cadastrais|\
            registro|registros|historico_medico|cpf
        quais|que dados|informacoes .. voces|tem|guardam|possuem|coletam|armazenam|meus|minhas|sobre
        dados|informacoes .. voces tem|guardam|possuem|coletam
        informacoes .. sobre|de mim
        lgpd
        meus|meu dados
        dados pessoais|cadastrais
        privacidade
        consentimento
        prontuario|prontuarios
        vendem|vende|compartilham|compartilha|usam|usa|repassam ... dados|informacoes
        por_que|para_que|porque ... cpf|dados
        my data|information|personal
        delete .. data
        mis datos
        protecao de dados
        apaga|apague|apaguem|deleta|deletem|exclua|excluam|remove ... tudo|meu|minhas|meus
        nome|cpf|telefone|email|endereco|nascimento|sobrenome .. errad*|incorret*|desatualizad* .. \
            cadastro|sistema|ficha
        quem tem acesso
        mudei|troquei .. telefone|numero|endereco|email|celular
        excluir|exclui|apagar|apaga|deletar|encerrar|fechar .. conta|perfil|historico
        telefone|endereco|email|numero|celular|nome .. mudou|trocou|atualiz*
        quem ve|viu|acessa|tem_acesso .. informacoes|dados
        minhas informacoes|meus_dados {q}
        fazem|faz com .. dados|informacoes
    """),
    ("out_of_scope", STRONG, """
        piada|piadas
        futebol|flamengo|corinthians|palmeiras|gremio|santos_fc|vasco|brasileirao|libertadores|copa_do_mundo
        jogo|jogos .. hoje|ontem|amanha|flamengo|ganhou|@day
        quem ganhou|descobriu|inventou|venceu
        receita de|do bolo|pao|torta|frango|lasanha|doce
        cotacao|dolar|bitcoin|euro|criptomoeda|loteria|mega_sena|bolsa_de_valores
        vai chover
        chover|previsao_do_tempo|clima
        como esta .. tempo|clima
        capital de|da|do
        sentido da vida
        namorad*|casad* {q}
        voce e|eh|tem casad*|solteir*|namorad*|bonita|linda|idade
        signo|horoscopo
        numero errado
        foi|e|era? engano
        vendo|vende|vendendo|alugo|aluga|alugo_se
        aposte|aposta|apostas|cassino|tigrinho|bonus|ganhe
        compre ja|agora|aqui
        com desconto www
        marketing|trafego_pago|seo|sites|leads
        nossa|apresentar .. proposta|empresa|produto|produtos|portfolio|solucao|solucoes
        representante|fornecedor|distribuidora|laboratorio_farmaceutico
        contratando|contratam|curriculo_para|trabalhe_conosco|vaga_de_emprego|vagas_de_emprego|emprego|\
            estagio|enviar_curriculo
        dever de
        matematica|historia_do_brasil
        pizza|hamburguer|delivery|calabresa|marmita|acai
        gosta|gostas de
        presidente|eleicao|lula|bolsonaro
        musica|filme|novela|serie|netflix
        conta|conte|cante uma? historia|piada|musica
        emprestimo|consorcio|financiamento|consignado
        quanto e 2|3|4|5|6|7|8|9|10
        tell me .. joke
        weather
        quem e voce
        vendem|vende {q}
        sumido|sumida|saudades
        comprar|vender um|uma|meu|minha
        poema|poesia|redacao
        empresta|emprestar|emprestado
        melhor time|jogador|cantor|presidente
        que dia|horas e|sao hoje|agora
        senha .. wifi|wi_fi|internet
        programar|programacao|codigo|python
        ^ oi amor|gata|gato|delicia|mozao
        onde compro|vende|acho|encontro
        gol do|de
        manda|envia foto|nude|nudes
        estou|estamos vendendo|oferecendo
        bla bla
        racao|cachorro|gato|veterinario
    """),
    ("out_of_scope", VETO, """
        loteria medica
        consulta|exame|medico|medica|SVC
        senha .. resultado|exame
    """),
    ("hours", FAIR, """
        que horas|hora {q}
    """),
    ("data_request", GOOD, """
        cadastro
    """),
    ("data_request", VETO, """
        fazer|faco|preciso|precisa|quero .. cadastro .. marcar|agendar|consulta
        lista|agenda
    """),
    ("cancel", GOOD, """
        faltar
    """),
    ("preparation", FAIR, """
        precisa|preciso|tem_que|tenho_que|posso|pode|devo ... SVC|exame {q}
    """),
    ("services", FAIR, """
        laudo para|de .. academia|trabalho|aptidao
    """),
]  # fmt: skip
