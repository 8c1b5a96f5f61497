// Names that many people have, folded to a-z, by how common they are. Ours, from general knowledge of the counts that
// IBGE (Brazil, "Nomes no Brasil"), INE (Spain), INEGI (Mexico) and the US Census and Social Security publish: the order of
// magnitude, not the figures. A name that is not here is taken as rare.

/** Given names of about one in a hundred people or more of a country and a generation. */
export const topGivenNames = `maria jose joao ana antonio francisco carlos paulo pedro lucas luiz luis marcos gabriel rafael daniel marcelo bruno
eduardo felipe juan miguel manuel jesus javier alejandro fernando jorge ricardo roberto david john james robert
michael william mary richard thomas charles joseph elizabeth jennifer patricia juliana fernanda adriana guadalupe`

/** Given names of about one in five hundred. */
export const commonGivenNames = `rodrigo mateus matheus guilherme gustavo leonardo vinicius thiago tiago diego andre alexandre anderson fabio sergio
mauricio renato rogerio julio cesar mario marco leandro adriano alex artur arthur davi heitor bernardo enzo samuel
joaquim benedito sebastiao geraldo raimundo vitor victor igor caio danilo douglas edson gilberto henrique hugo ivan
jonas nelson otavio oscar ramon raul reinaldo ronaldo rubens wagner wellington washington valdir marcia francisca
antonia aline amanda andrea beatriz bianca bruna camila carla carolina caroline claudia cristiane cristina daniela
debora denise eliane elaine erica fabiana flavia gabriela helena isabel isabela isabella jessica joana josefa julia
larissa laura leticia lucia luana luciana luiza luisa marta mariana marina monica natalia paula priscila raquel
regina renata rita roberta rosa rosangela sandra sara silvia simone sonia sophia sofia tatiana teresa tereza
terezinha valeria vanessa vera veronica vitoria victoria viviane yasmin alicia alice angel angela alberto alejandra
alfonso alfredo alvaro arturo carmen concepcion consuelo cristian diana dolores elena emilio enrique ernesto esteban
eva felix gloria guillermo hector ignacio irene jaime joaquin julian lorena lorenzo margarita mariano martin
mercedes nicolas pablo paola pilar ramiro rocio rosario ruben salvador santiago sebastian susana tomas vicente
xavier yolanda ximena valentina linda barbara susan sarah karen lisa nancy betty margaret ashley kimberly emily
donna michelle carol melissa deborah stephanie rebecca helen sharon cynthia kathleen amy shirley anna brenda pamela
emma nicole katherine christine debra rachel carolyn janet catherine christopher matthew anthony mark donald steven
andrew paul joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin gregory alexander patrick frank raymond jack dennis jerry tyler
aaron adam henry nathan peter zachary kyle walter harold jeremy ethan carl keith roger lawrence albert joe harry
claudio flavio luciano juliano cristiano fabiano manoel mauro moacir jair jairo josue elias evandro emerson everton
jefferson robson wesley gerson wilson gilson nilson adilson edilson jailson ailton airton nilton milton ademir
osvaldo cicero severino alessandro alessandra renan murilo luan yuri elisa elisangela eliana eliete juliane adriane
fabiane tatiane daiane josiane luciene lucilene rosana rosane rosilene rosimeire rosemeire marlene marilene marisa
marilia marcela mara mirian milena livia lidia lilian liliana lais thais tania luzia rafaela raimunda sebastiana
andreia jaqueline daniele aparecida sueli solange silvana edna edilene cleide cleusa neusa ivone ivete sabrina
samara karina giovana agustin fabian facundo gerardo armando gonzalo matias graciela maribel marisol micaela martina
oliver charlotte olivia grace lucy sophie hannah chloe ella amelia ian simon neil graham alan colin anne jane alison
claire hans andreas stefan klaus wolfgang jurgen werner heinz monika ursula renate petra sabine jean pierre marie
michel philippe nathalie isabelle giovanni giuseppe mia leo max juana ines ruth martha clara luna`

/** Family names of about one in thirty people or more of a country. */
export const topFamilyNames = `silva santos oliveira souza sousa pereira ferreira lima costa garcia rodriguez hernandez martinez gonzalez lopez`

/** Family names of about one in two hundred. */
export const commonFamilyNames = `alves almeida andrade araujo azevedo barbosa barros batista bezerra borges braga brito campos cardoso carvalho
castro cavalcante cavalcanti correia correa cruz cunha dias duarte farias fernandes fonseca freitas gomes goncalves
henrique jesus leite lopes machado magalhaes marques martins melo mello mendes miranda monteiro moraes morais
moreira moura nascimento neves nogueira novaes nunes pacheco paiva pinheiro pinto pires porto ramos reis ribeiro
rocha rodrigues sales sampaio santana santiago siqueira soares tavares teixeira vasconcelos viana vieira xavier
conceicao coelho perez sanchez ramirez torres flores rivera gomez diaz reyes morales ortiz gutierrez chavez ruiz
alvarez fernandez jimenez moreno munoz alonso romero navarro dominguez vazquez vasquez blanco molina delgado
castillo suarez ortega rubio marin sanz iglesias medina garrido cortes guerrero mendoza aguilar vargas herrera rojas
guzman mendez salazar soto contreras pena luna juarez estrada espinoza rios fuentes acosta cabrera vega leon marquez
guerra smith johnson williams brown jones miller davis wilson anderson thomas taylor moore jackson martin lee
thompson white harris clark lewis robinson walker young allen king wright scott hill green adams baker nelson hall
campbell mitchell carter roberts phillips evans turner parker edwards collins stewart morris murphy cook rogers
morgan cooper peterson bailey reed kelly howard ward watson brooks wood bennett gray hughes price myers long ross
foster davies patel khan singh kumar wang li zhang chen liu yang huang nguyen tran kim park choi muller schmidt
schneider fischer weber meyer wagner becker schulz hoffmann koch bauer richter klein wolf schroder neumann schwarz
zimmermann rossi russo ferrari bianchi bernard dubois durand`
