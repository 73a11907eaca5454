"""How patients agree and refuse on WhatsApp, word for word, without accents: Brazilians, and guests among them."""

from __future__ import annotations

from atendeai.conversation.understanding.lexicon_words import vocabulary
from atendeai.conversation.understanding.words import spelled

YES_EMOJI = ("👍", "👌", "✅", "✔", "☑", "🆗", "💯", "🤝", "🙌", "👏")
NO_EMOJI = ("👎", "❌", "🚫", "✖", "🙅", "⛔")


def _phrases(block: str) -> frozenset[tuple[str, ...]]:
    return frozenset(spelled(part) for part in block.replace("\n", "|").split("|") if part.strip())


YES = _phrases("""
    sim senhora|sim senhor|sim|s|ss|sss|ssim|simm|sin|siim|si|yes|yep|yeah|yea|sure|of course|y|uhum|uhumm|aham
    ahan|uhun|ahum|humrum|unrum|arram|isso|isso ai|isso mesmo|e isso|e isso ai|isso sim|e isso mesmo|exato
    exatamente|exatamente isso|positivo|afirmativo|pode|pode ser|pode sim|pode ser sim|podemos|pode marcar
    pode agendar|pode confirmar|pode reservar|pode mandar|pode deixar|pode ficar|pode sim marcar|pode continuar
    pode seguir|pode fazer|pode ir|pode marcar sim|pode confirmar sim|pode por|pode colocar|pode marcar esse
    pode ser esse|pode ser essa|pode ser este|pode ser assim|pode crer|pode pa|pode fechar|bora|bora la|vamos
    vamos la|vamo|vamos sim|partiu|demorou|fechou|fechado|fechado entao|fecha|fechadissimo|simbora|beleza
    belezinha|bele|beleza entao|ok|okay|oks|okk|tudo ok|tudo certo|ta ok|esta ok|certo|certinho|certissimo
    ta certo|esta certo|tudo certinho|certeza|com certeza|com toda certeza|certamente|claro|claro que sim
    claro que quero|clarooo|obvio|logico|evidente|sem duvida|sem duvidas|com todo prazer|perfeito|perfeita
    perfeitamente|otimo|otima|excelente|maravilha|maravilhoso|top|show|show de bola|massa|legal|bacana|joia
    joinha|ta joia|otimo entao|ideal|serve|me serve|da certo|da sim|ta bom|esta bom|ta otimo|esta otimo|ta bem
    esta bem|ta|esta|tudo bem|tudo bom assim|bom|boa|ta perfeito|esta perfeito|ta legal|esta legal|ta de boa
    de boa|suave|tranquilo|sussa|ta fechado|esta fechado|combinado|combinadissimo|ta combinado|esta combinado
    ta confirmado|esta confirmado|confirmo|confirmado|confirmada|confirma|confirmar|confirmo sim|confirmadissimo
    eu confirmo|sim confirmo|confirmadinho|aceito|topo|eu topo|eu aceito|concordo|de acordo|autorizo
    estou de acordo|positivo e operante|correto|corretissimo|quero|eu quero|quero sim|queria sim|gostaria sim
    gostaria|eu gostaria|desejo|quero esse|quero essa|quero este|aceito sim|vou|vou sim|irei|irei sim|eu vou
    estarei|estarei sim|estarei la|estarei ai|vou estar ai|vou estar la|consigo|consigo sim|posso sim|posso
    tenho sim|tenho|sou|sou sim|e|eh|e sim|e sim senhora|foi|foi sim|sou eu|sou eu mesmo|sou eu mesma|serve sim
    sem problema|sem problemas|nao tem problema|nao ha problema|nao faz mal|nao me importo|tudo bem por mim
    por mim tudo bem|por mim ok|por mim pode ser|por mim|ta valendo|valendo|manda ver|manda bala|manda|manda sim
    marca|marca sim|pode mandar sim|marque|agenda|agende|reserva|deixa marcado|deixa agendado
    pode deixar marcado|pode deixar agendado|ja e|jae|e nois|nois|ai sim|so vamos|bora marcar|vamos marcar
    gostei|adorei|amei|esse mesmo|essa mesmo|esse mesma|essa mesma|este mesmo|nao vejo problema
    nao tem problema nenhum|dale|vale|claro que si|correct|right|sounds good|great|perfect|that works|fine
    i confirm|yes please|si por favor|por favor sim|opa claro|opa sim|uhul|eba|amem|tamo junto|pdc|pode cre|tmj
    deu certo|ta marcado|esta marcado|ta valendo sim|certo entao|ok entao|entao ta|entao esta|entao ta bom
    entao esta bom|entao pode ser|entao pode|entao sim|que bom|bem isso|isso isso|assim ta bom|assim esta bom
    assim mesmo|esta tudo certo|ta tudo certo|esta tudo ok|ta tudo ok|esta correto|ta correto|tudo correto
    esta confirmadissimo|com prazer|fico com esse|fico com essa|pode mandar ver|demoro
    yes of course|yes sure|yup|yess|ya|sure thing|for sure|alright|all right|all good|go ahead|go for it|do it|book it
    please do|absolutely|definitely|certainly|exactly|that s right|that s correct|that s it|that s fine|that is right
    that is correct|that is fine|that s perfect|that s great|that s good|it s fine|it is fine|it s ok|works for me
    that works for me|it works|it works for me|this works|fine by me|fine with me|good with me|i m good with that
    sounds great|sounds perfect|sounds fine|looks good|looks great|looks right|that ll do|that will do|no problem
    no worries|not a problem|why not|i do|i am|i will|i ll be there|i ll take it|let s do it|lets do it|confirmed
    confirm|i agree|agreed|great thanks|perfect thanks|awesome|cool|you bet|yes i do|yes i will|yes i am|yes it is
    yes that s right|good|very good
    sale|sale pues|simon|orale|perfecto|de acuerdo|esta bien|por supuesto|asi es|eso es|listo|me sirve
    me parece bien|me parece|me parece perfecto|me queda bien|me va bien|me viene bien|adelante|correcto|exacto
    exactamente|desde luego|como no|sin problema|no hay problema|hecho|genial|estupendo|bueno|esta perfecto
    va bien|venga|de una|confirmado si|si confirmo|si quiero|quiero|si claro|si esta bien|esa me sirve
    ese me sirve|esa esta bien|ese esta bien|acepto|si senor|si senora|claro por supuesto|muy bien
    todo bien|puede ser|puedo|si puedo|ahi estare|alli estare|alla estare|agendala|agendalo|reservalo|reservala
""")

NO = _phrases("""
    nao|n|nn|nnn|na nao|no|nop|nops|nope|nah|nem|nem pensar|nem a pau|nem morta|nem morto|negativo|nunca|jamais
    nao nao|neca|nao mesmo|de jeito nenhum|de modo algum|de forma alguma|de forma nenhuma|de maneira nenhuma
    de maneira alguma|nada disso|nada|nenhum|nenhuma|nenhum desses|nenhum deles|nenhuma dessas|nenhuma delas
    nenhum destes|agora nao|assim nao|hoje nao|ainda nao|melhor nao|acho melhor nao|por enquanto nao|por ora nao
    claro que nao|obvio que nao|com certeza nao|certeza que nao|eu nao|isso nao|esse nao|essa nao|este nao
    nesse nao|quero nao|posso nao|vou nao|pode nao|consigo nao|precisa nao|tenho nao|sei que nao|que nada
    nao quero|nao quero nao|nao nao quero|nao nao precisa|nao nao posso|nao nao vou|nao quero mais|nao precisa
    nao precisa nao|nao precisa mais|nao obrigado|nao obrigada|nao confirmo|nao posso|nao pode|nao pode ser
    nao vou|nao vai|nao da|nao vai dar|nao consigo|nao vou poder|nao vou conseguir|nao serve|nao rola|nao gostei
    nao aceito|nao autorizo|nao concordo|nao desejo|nao pretendo|nao gostaria|nao e|nao e isso|nao foi|nao isso
    nao tenho|nao sou|nao tem como|nao tenho interesse|sem interesse|nao me interessa|nao e necessario
    nao preciso|nao confirma|nao confirmar|nao marca|nao marque|nao marcar|nao agende|nao pode marcar
    nao pode deixar assim|dispenso|deixa|deixa quieto|deixa para la|deixa pra la|deixe para la|deixa para depois
    deixa para outra hora|deixa para outro dia|deixa isso|deixa nao|esquece|esqueca|esquece isso|desisto|desisti
    melhor deixar|prefiro nao|recuso|passo|incorreto|errado|esta errado|ta errado|nao esta certo|nao ta certo
    nao esta correto|nao confere|no thanks|no thank you|no gracias|not now|nao mais|mais nao|fora de questao
    sem chance|sem condicoes|impossivel|nao e possivel|nao vai rolar|nao por enquanto|nao por agora|nao agora
    nao hoje|nem quero|nem precisa|nem vou|tampouco|never|don t|nao gostei de nenhum|nao gostei de nenhuma
    nao gostei desses|nao quero nenhum|nao quero nenhuma|nao quero nenhum desses|nao quero isso|nao quero esse
    nao quero essa|nao serve nenhum|nenhum serve|nenhum me serve|nenhuma serve|nao e bom|nao esta bom|nao ta bom
    melhor deixar para la|melhor deixar quieto|nananinanao|nananina nao
    never mind|nevermind|forget it|forget about it|no way|not really|not at all|absolutely not|definitely not
    of course not|not yet|not today|not anymore|not this time|i don t|i do not|i don t want to|i don t want it
    i don t want that|i don t think so|i can t|i cannot|i can t make it|i won t|no i don t|no i can t|no i m good
    i m good thanks|that s wrong|that is wrong|that s not right|that s not it|that s not correct|wrong|incorrect
    that doesn t work|doesn t work|that doesn t work for me|it doesn t work|doesn t work for me|that won t work
    i d rather not|rather not|no it s not|no it isn t|none|neither|none of them|none of these|none of those|leave it
    none of them work|none of these work|none works|nothing works
    para nada|ahora no|por ahora no|mejor no|hoy no|todavia no|aun no|no quiero|no lo quiero|no la quiero
    ya no|ya no quiero|no puedo|no voy a poder|no me sirve|no me sirven|no me queda bien|no me va bien
    no me viene bien|no me interesa|no hace falta|no es necesario|no es eso|no es asi|no esta bien|eso no|esa no
    ese no|olvidalo|olvidelo|dejalo|dejelo|dejalo asi|dejelo asi|dejemoslo asi|dejarlo asi|dejalo para otro dia
    no importa|de ninguna manera|de ningun modo|tampoco|ni hablar|ni pensarlo|ninguno|ninguna|ninguno me sirve
    ninguna me sirve|ninguno de esos|ninguna de esas|ninguno de ellos|ninguna de ellas|que no|creo que no|claro que no
    no senor|no senora|equivocado|esta mal|esta equivocado|nunca mas
    mais nada|nada mais|nada mas|nothing else|nothing more|that s all|eso es todo
""")

NEUTRAL = _phrases("""
    por favor|por gentileza|favor|gentileza|obrigado|obrigada|obrigadao|muito obrigado|muito obrigada|valeu
    agradeco|grata|grato|bom dia|boa tarde|boa noite|oi|ola|opa|entao|ai|viu|ne|doutor|doutora|moca|moco|amiga
    amigo|querida|querido|senhora|senhor|k|e ai|kk|kkk|kkkk|rs|rsrs|haha|hehe|mesmo|mesma|ah|ahh|hum|eh|pois e
    eu|gente|mano|cara|uai|ue|bah|tche|ate amanha|ate logo|ate mais|ate la|ate breve|tchau|abraco|abracos|beijo
    beijos|desculpa|desculpe|infelizmente|realmente|thanks|thank you|please|gracias|e obrigado|e obrigada|ana
    meu bem|meu anjo|flor|linda|lindo|anjo|boa|deus abencoe|com deus|fique com deus|tenha um bom dia|um abraco
    so|tambem|muito|demais|mesmo assim|hi|hello|hey|thank you so much|thank you very much|many thanks|thx|sorry|kindly
    hola|muchas gracias|mil gracias|buenos dias|buenas tardes|buenas noches|buenas|pues|disculpa|disculpe|perdon
    lo siento|eu acho otimo|pra mim|para mim|por mim|esse|essa|este|esta bom assim
    assim|isso ne|agora|ja|la|a|o|bem|que|pois
""")

# These say yes whatever follows, unless what follows changes or asks something.
LEADING_YES = _phrases("""
    sim|s|ss|isso mesmo|claro|com certeza|confirmo|confirmado|confirmada|confirmo sim|quero sim|yes|si|pode sim
    vou sim|pode confirmar|exato|exatamente|certo|uhum|aham|perfeito|sure|i confirm|eu confirmo|aceito
    pode marcar|pode agendar|positivo|correto|e isso|isso ai|yeah|yep|yup|of course|yes please|correct|that s right
    absolutely|claro que si|por supuesto|de acuerdo|si claro|asi es|si quiero|correcto
""")
LEADING_NO = _phrases("""
    nao|n|nn|negativo|de jeito nenhum|no|nope|nem pensar|nao quero|nao posso|nao vou|nao consigo|nao precisa
    nao da|nao obrigado|nao obrigada|nao confirmo|nao vou poder|nao vou conseguir|nao tenho|nao e|nao nao
    nao foi|nao sou|nao preciso|nao pode|nao pode ser|agora nao|hoje nao|melhor nao|nao quero mais|nao vai dar
    nao tenho interesse|nao autorizo|nao aceito|nao tem como|nao gostei|nao serve|infelizmente nao|nao e isso
    nao vai|nah|no thanks|no thank you|not really|i don t want to|i can t|i cannot|i don t think so|never mind
    nevermind|not now|no gracias|no quiero|no puedo|para nada|mejor no|ahora no|olvidalo|no voy a poder
    de ninguna manera
""")

# Whom an answer is said to, at its end: "pode confirmar sim, minha filha".
VOCATIVES = _phrases("""
    minha filha|meu filho|minha fia|meu fio|filha|filho|fia|fio|minha querida|meu querido|querida|querido|moca|moco
    meu bem|meu amor|amor|meu anjo|flor|minha flor|linda|minha linda|amada|minha amiga|meu amigo|amiga|amigo
    minha senhora|meu senhor|dona|mulher|menina|mano|irma|irmao|minha irma|meu irmao|doutora|doutor
""")
# These end a sentence that goes on: whom they announce is no vocative.
ANNOUNCING = vocabulary("e para de da do com em no na a o as os um uma que ou sou foi era seria")
# What cannot be, beside a moment: "não posso amanhã" rules the moment out, it refuses nothing.
UNABLE = _phrases("""
    nao posso|nao consigo|nao da|nao vai dar|nao vou poder|nao vou conseguir|nao pode|nao tem como|nao serve|nao quero
    nao rola|nao pode ser
""")
# Beside these the visit itself is refused.
ATTENDING = vocabulary("ir vir comparecer aparecer chegar estar precisar consulta exame retorno")

# After these a "no" is English or Spanish, not "em o".
FOREIGN_NO = vocabulary("i it we sorry podre puedo quiero tengo voy me lo podemos need dont")
# After a "no" that is English or Spanish for sure: doubt, or talk about something else.
FOREIGN_NOT_A_NO = vocabulary("""
    se entiendo entendi recuerdo idea hay estoy veo sabia encuentro clue doubt longer one
    """)

# After a bare "não": doubt or talk about something else, not a refusal.
NOT_A_NO = vocabulary("""
    sei entendi entendo lembro lembrei compreendi ouvi vi recebi sabia sabemos entendeu achei conheco conhecia
    faco demora esqueca esquece desmarque cancele cancela desmarca cancelar chegou veio aguento abre apareceu
    funciona funcionou encontrei tem teria deu so necessariamente importa ha vejo fui me mande mandem
    """)

# What turns a "sim" into something more.
BLOCKERS = vocabulary("""
    mas porem so se nao outro outra outros outras mudar mude muda trocar troque troca remarcar cancelar
    desmarcar alterar quanto quando qual quais onde como quem antes depois mais menos tarde manha noite cedo
    segunda terca quarta quinta sexta sabado domingo hoje amanha semana mes dia horario hora horas as talvez
    acho entretanto prefiro preferia melhor tem but not other another different change reschedule cancel instead later
    earlier before after morning afternoon evening monday tuesday wednesday thursday friday saturday sunday today
    tomorrow week next maybe if when what which how rather prefer
    pero otro otra otros otras cambiar cambio despues temprano manana lunes martes miercoles jueves viernes hoy mejor
    tal quizas cuando cuanto cual donde
    """)
# After "confirmo", words that only repeat what is being confirmed.
RESTATING = vocabulary("minha meu a o presenca consulta exame horario para as meus minhas sim amanha hoje que")
