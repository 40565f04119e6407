/**
 * Words that people make passwords of, gathered by hand in five languages. The rules in password-rules.ts also find
 * them with digits, years, signs and swapped letters around them, so each word stands here once.
 */
export const commonWords: readonly string[] = `
password passwort passwd passwords motdepasse contrasena contraseña clave wachtwoord kennwort parola geheim secret secreto segreto
welcome willkommen bienvenue bienvenido benvenuto hello hallo bonjour hola ciao login logon signin access zugang admin administrator root
user username guest gast test testing tester temp temporary default changeme changeit letmein letmeinnow opensesame sesame enter master
iloveyou loveyou lovely love liebe ichliebedich jetaime tequiero teamo amore amour amor sweetheart darling schatz schatzi baby babygirl angel
princess prinzessin princesse princesa principessa queen king prince hero superman batman spiderman ironman pokemon naruto starwars matrix
dragon drache monkey affe tiger lion lowe panther eagle falcon wolf bear fish bird horse pony rabbit hase mouse maus kitty kitten katze cat dog hund puppy
football fussball futbol calcio soccer baseball basketball hockey tennis golf rugby volleyball handball champion winner player playboy
liverpool chelsea arsenal everton juventus milan inter barcelona realmadrid bayern dortmund schalke benfica ajax
sunshine sonnenschein soleil sonne summer sommer ete verano estate winter hiver invierno inverno spring fruhling printemps autumn herbst automne
january february march april june july august september october november december januar februar marz juni juli oktober dezember
monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
flower blume blumen fleur flor fiore rose rosa cherry apple banana orange lemon chocolate schokolade cookie cheese pepper coffee kaffee
computer internet google facebook twitter instagram youtube amazon apple microsoft windows samsung iphone android linux ubuntu server network
michael michelle jessica jennifer jordan thomas daniel andrew anthony charlie robert matthew joshua ashley nicole daniela andrea alexander
alexandra christian christina sebastian stefan stefanie martin martina peter petra maria marie sophie julia laura sarah anna lukas felix
pierre francois camille nathalie isabelle carlos alejandro antonio francisco javier manuel miguel giuseppe giovanni francesco francesca marco
george william harry oliver jack james david john johnny richard charles edward henry patrick nicholas benjamin samuel hunter buster maggie
family familie famille familia famiglia mother mutter mama father vater papa brother bruder sister schwester friend freund freunde friends
money geld argent dinero denaro dollar euro gold silver diamond platinum lucky glueck fortune happy freedom freiheit liberte forever
secure security sicherheit private privat sample example beispiel something whatever nothing nobody everybody trustno trustnoone
germany deutschland berlin hamburg munich muenchen frankfurt austria oesterreich vienna wien france paris lyon marseille spain espana madrid
italy italia roma europe europa brussels bruxelles london england britain scotland ireland america canada switzerland schweiz suisse
hospital krankenhaus klinik clinic clinique ospedale doctor doktor nurse patient medical medicine health gesundheit sante salud salute
radiology radiologie radiologia radiologist radiographer radiation strahlung strahlenschutz protection rontgen roentgen xray xrays scanner
tomography dosimetry dosis euratom eurosafe eurosafeimaging esrf stepwedge learning lernen course student school schule university training
purple yellow green blue black white orange schwarz weiss rouge bleu noir blanc azul verde rojo negro blanco rosso nero bianco
shadow phantom ghost ninja killer hacker devil satan zombie vampire thunder storm fire phoenix galaxy cosmos rocket space star stern
guitar music musik musique rock metal metallica nirvana eminem beatles jazz piano
mustang ferrari porsche mercedes yamaha honda toyota corvette camaro harley volkswagen audi
correcthorsebatterystaple correct battery staple abcdef abcabc asdf zxcv qwer
starbucks snoopy garfield mickey disney cinderella tinkerbell barbie gandalf hobbit potter harrypotter frodo merlin excalibur
jesus christ heaven blessed faith church gott dieu dios
`
  .trim()
  .split(/\s+/);

/** Rows of keyboards and counting lines: any run of four or more along one of them, in both directions. */
export const runLines: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "yxcvbnm",
  "wxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qazwsxedcrfvtgbyhnujm",
  "1q2w3e4r5t6y7u8i9o0p",
  "147258369",
  "789456123",
];
