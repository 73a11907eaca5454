"""Common given names and surnames in Brazil: what tells a person from any other words, and what is never mended."""

from __future__ import annotations

from atendeai.conversation.understanding.lexicon_words import vocabulary

GIVEN_NAMES = vocabulary("""
    adalberto adelaide ademir adriana adriano afonso agatha ailton alan alana alberto alessandra alessandro alex
    alexandra alexandre alice alicia aline alison alvaro amanda amelia ana anderson andre andrea andreia andressa
    angela angelica angelo anita antonia antonio aparecida aparecido arlete arlindo arnaldo arthur artur augusto
    aurora barbara beatriz benedita benedito benicio benjamin bento bernardo bianca breno bruna bruno caio camila
    carina carla carlos carmem carmen carolina caroline cassia cassio catarina cecilia celia celina celso cesar
    cicera cicero cintia clara clarice claudete claudia claudio cleber cleide cleusa clovis cristiane cristiano
    cristina daiane dalva daniel daniela daniele danilo david davi debora deise denis denise diego dirce diogo
    djalma domingas douglas edilson edite edna edson eduarda eduardo elaine elena eliana eliane elias elisa
    elisabete elisangela elizabeth eloa eloisa elton elza emanuel emanuela emilia emily enzo erica erick ernesto
    estela ester eunice eva evandro evelyn fabiana fabio fabricio fatima felipe fernanda fernando flavia flavio
    francisca francisco gabriel gabriela geovana geraldo geralda gerson getulio gilberto gilda gilmar giovana
    giovanna gisele giulia glaucia gloria graziela guilherme gustavo heitor helena helenice helio heloisa henrique
    hilda hugo iara icaro igor ines ingrid iolanda iracema irene isaac isabel isabela isabella isadora isis israel
    ivan ivani ivete ivone jacira jaime jair janaina jandira jaqueline jefferson jessica joana joao joaquim jonas
    jonathan jorge jose josefa joseane josiane josue joyce juarez julia juliana juliano julio junior jurandir
    jussara karen karina karla katia kelly lais lara larissa laura lauro leandro leila leonardo leonor leticia
    levi lia lidia ligia lilian liliane livia lorena lorenzo lourdes lourenco lourival luan luana lucas lucia
    luciana luciano lucilene ludmila luis luisa luiz luiza luzia madalena magali maiara maicon maite manoel manuel
    manuela mara marcela marcelo marcia marcio marco marcos margarete margarida maria mariana mariane marilda
    marilene marilia marina mario marisa marlene marli marlon marta marcelle mateus matheus maura mauricio mauro
    mayara meire melissa michel michele miguel milena milton miriam moacir moises monica murilo nadia nadir nair
    natalia natan nathalia neide nelson neusa nicolas nicole nilda nilson nilton nina noah noemi norma odete olga
    olivia orlando oscar osmar osvaldo otavio pamela patricia paula paulo pedro pietra pietro priscila rafael
    rafaela raimunda raimundo ramon raquel raul rebeca regiane regina reginaldo renan renata renato ricardo rita
    roberta roberto robson rodrigo rogeria rogerio romulo ronaldo rosa rosana rosangela roseli rosemeire rosilene
    ruan rubens rute ruth sabrina samanta samara samuel sandra sandro sara sarah sebastiana sebastiao sergio
    severino severina sheila sidnei silvana silvia silvio simone sofia solange sonia sophia stefany suelen sueli
    susana suzana tais tales talita tania tatiana telma teresa terezinha thais thales thalita theo thiago tiago
    tereza ulisses vagner valentina valeria valter vanda vanderlei vanessa vania vera veronica vicente victor
    vilma vinicius vitor vitoria viviane wagner waldir walter wanda wanderley wellington wesley william wilson
    yago yara yasmin yuri zelia zenaide zilda zilma zuleica
    """)
SURNAMES = vocabulary("""
    abreu aguiar albuquerque alencar almeida alves amaral amorim andrade antunes aragao araujo arruda assis assuncao
    azevedo bandeira barbosa barreto barros bastos batista bezerra bittencourt borges braga brandao brito bueno
    cabral caldas camargo campos cardoso carneiro carvalho castro cavalcante cavalcanti chagas chaves coelho
    cordeiro correa correia costa coutinho couto cruz cunha dantas dias diniz domingues duarte dutra esteves
    evangelista farias fernandes ferraz ferreira figueiredo fogaca fonseca fontes fontoura franca franco freire
    freitas furtado galvao garcia gomes goncalves gouveia guedes guerra guimaraes gusmao henriques jesus lacerda
    leal leao leite lemos lima lins lisboa lobo lopes luz macedo machado maciel magalhaes maia marinho marques
    martins matos mattos medeiros meireles mello melo mendes mendonca menezes mesquita miranda monteiro moraes
    morais moreira mota moura muniz nascimento navarro neves nobre nogueira novaes nunes oliveira pacheco padilha
    paiva paixao passos peixoto pereira peres pessoa pimenta pimentel pinheiro pinho pinto pires porto prado
    prates queiroz quevedo rabelo ramalho ramos rangel reis resende rezende ribeiro rocha rodrigues rosario
    salgado salles sampaio sanches santana santiago santos saraiva schmidt schneider seixas sena serra serrano
    silva silveira simoes siqueira soares sobral sousa souza tavares teixeira teles toledo torres trindade valente
    valle vargas vasconcelos vaz veiga veloso viana vieira vilela weber xavier zanella
    """)
