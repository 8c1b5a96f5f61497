// The words of job titles that tell seniority and department, in Portuguese, Spanish and English. Ours, written by hand.
// Folded: lower case, no accents. `word*` is any word that begins so. Rules are tried from the top.

/** `none`: looks senior and is not. */
export const seniorityWords: readonly (readonly [
  'owner' | 'c_level' | 'vp' | 'director' | 'manager' | 'senior' | 'entry' | 'intern' | 'none',
  string,
])[] = [
  [
    'intern',
    'estagiari*,estagio,intern,interns,internship,trainee,trainees,aprendiz,jovem aprendiz,menor aprendiz,becari*,pasante*,practicante*,bolsista,apprentice',
  ],
  [
    'manager',
    'assistant manager,assistant director,associate director,deputy manager,sub ?gerente*,partners? manager,partner success manager',
  ],
  [
    'entry',
    'assistant,assistants,assistente*,asistente*,auxiliar*,receptionist,recepcionista,ajudante,ayudante,junior,jr,entry level,aux,assist',
  ],
  [
    'none',
    'product owner,process owner,service owner,system owner,data owner,business partner*,hrbp,channel partner*,partner marketing,partner sales,secretari*,secretary',
  ],
  [
    'owner',
    'owner,co ?owner,founder,co ?founder,cofounder*,founding partner,fundador*,co ?fundador*,cofundador*,dono,dona,duen[oa],duen[oa]s,proprietari[oa]*,propietari[oa]*,soci[oa],soci[oa]s,partner,managing partner,empresari[oa],empreendedor*,emprendedor*,entrepreneur,proprietor,titular',
  ],
  ['vp', 'vp,svp,evp,avp,vice president*,vicepresident*,vice presidencia'],
  [
    'c_level',
    'c[efotmipshrdgx]o,cxo,chro,cmto,ciso,chief [a-z]* officer,chief [a-z]* [a-z]* officer,chief executive,presidente,presidenta,president,managing director,diretor* geral,diretor* executiv*,diretor* presidente,director* general,director* ejecutiv*,executive director,general director,conselheir[oa],board member,chairman,chairwoman,chairperson,c level',
  ],
  ['director', 'diretor*,director*,diretoria,head,superintendente'],
  [
    'manager',
    'gerente*,gerencia,gestor,gestora,manager*,mgr,coordenador*,coordinador*,supervisor*,encarregad[oa],encargad[oa],jefe,jefa,chefe,responsable*,responsavel,team leader,lider,lider de [a-z]*,gte,coord,sup',
  ],
  ['senior', 'senior,sr,sra,snr,lead,principal,staff,especialista*,specialist,expert,iii'],
]

export const departmentWords: readonly (readonly [string, string])[] = [
  [
    'human_resources',
    'rh,rrhh,hr,recursos humanos,human resources,people,gente,gente e gestao,talent*,recrut*,reclut*,recruit*,departamento pessoal,dp,dho,hrbp,chro',
  ],
  [
    'customer_success',
    'customer success,cs,csm,sucesso do cliente,atendimento,suporte,soporte,support,customer service,customer care,customer experience,cx,sac,pos venda*,posventa,atencion al cliente,experiencia do cliente,relacionamento',
  ],
  [
    'marketing',
    'marketing,mkt,mktg,growth,branding,brand,marca,comunicacao,comunicacion,communication*,publicidade,publicidad,midia*,social media,conteudo,contenido*,content,seo,trade marketing,cmo,inbound,mercadotecnia,demand generation,crm',
  ],
  [
    'sales',
    'vend*,venta*,sales,comercial*,commercial,account executive,account manager,executiv[oa] de conta*,executiv[oa] de cuenta*,contas,cuentas,sdr,bdr,closer,business development,novos negocios,nuevos negocios,negocios,desarrollo de negocio*,key account,kam,pre vendas,preventa,cso,cro,revenue,receita,representante',
  ],
  [
    'information_technology',
    'ti,it,tic,tecnologia*,technology,information,informacao,sistemas,systems,infraestrutura,infraestructura,infrastructure,redes,cto,cio,ciso,seguranca da informacao,security,devops,sre,dba,data,dados,datos,bi,ciberseguridad,cyber*',
  ],
  [
    'engineering',
    'desenvolvedor*,desarrollador*,developer*,programador*,programmer,software,engenheir*,ingenier*,engineer*,engenharia,arquiteto de software,tech lead,qa,full ?stack,front ?end,back ?end',
  ],
  ['product', 'produto*,product*,pm,po,cpo,ux,ui,design*,disen*'],
  [
    'finance',
    'financ*,finanz*,financeir*,financier*,contab*,contador*,accountant,accounting,contable,controller,controladoria,tesour*,tesorer*,treasur*,fiscal,cfo,tributari*,faturamento,cobranca*,cobranzas,custos,audit*',
  ],
  ['legal', 'juridic*,legal,advogad*,abogad*,lawyer,attorney,counsel,compliance,dpo'],
  [
    'purchasing',
    'compr*,suprimentos,procurement,purchasing,buyer,sourcing,abastecimento,abastecimiento,adquisiciones,suministros',
  ],
  [
    'operations',
    'operac*,operation*,logistic*,supply,producao,produccion,production,manufatura,manufacturing,planta,fabrica,industrial,qualidade,calidad,quality,manutencao,mantenimiento,maintenance,almacen,almoxarifado,pcp,coo,obras,processos,procesos,facilities,projet*,proyecto*,project*,pmo',
  ],
  ['administration', 'administrati*,administrativ*,administracao,administracion,administration,office'],
]
