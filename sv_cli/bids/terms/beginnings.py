"""Owns the words with which notes begin that say of their line that it is not meant.

`python -m tests.bids.beginnings` works them out of the pattern of those notes; a test holds the two together.
"""

_WORDS = """
a abandoned above accepted achieved across actual actually actuals additional additionality agreed aim aims all already
also am ambition ambitions ambitious amend amended amodol amount amounts an and annual another any anywhere apologies
apportionment are aros as asked aspiration aspirational aspirations assumes assuming at authority await awaiting back
ballpark bau be been began being best between bid billed bit both brought budget budgets business but buyer can canceled
cancelled cannot cap capacity capped card carried ceiling change changed chargeable charged charity chasing check
claimed client college combined commitment commitments committed company completed condition conditional context
contingent contract contractual copied copy corporate correct corrected correction cost costs could couldn council
counted cover covered covers cross crossed cumulative current currently customer cut days ddibynnol ddim declined
deferred delete deleted delivered dependent depending depends dibynnu difficult digit director disregard disregarded do
does don done double doubled doubtful drop dropped dummy dup duplicate duplicated duplicates dynnu each either employer
entered entf entry entrys error estates estimate estimated estimates event exact example excluded existing extension
extensional extra fallen far feels fell figure figures final finance financed finger firm five fm for forecast forecasts
form formerly four from fte ftes fully funded funder funding funds fyi gestrichen given grant group guess guesstimate
guesswork had half halve halved handwriting happens happy hard has have heb held hope hopes host hours hr hrs i idea
ideas if ignore ignored illegible illustration imaginary in incl include included includes including incorrect increase
increased info information initial insofar instead intention intentions invented invoiced is ist it item items its
joined joint just kein keyed kg km last leave legal less limited line lined lines listed ll looks lot lots lottery
lowered m made make manager marketing match max maximum may maybe measure measures merged met might miles min minimum
minus misprint missing mistake months most moved much multiplied multiply must my n national nb need needs net never
nice nicht nil no noch not note notional now nt number numbers obligation of offered ok okay old on once one ones only
operations ops option optional original other our ours out outdated over overlaps page paid paper parked part partly
partner passed pasted paused pending people per perhaps persons phoned placeholder planning please pledge pls plus
possible possibly postponed posts pounds precise previous previously pro probably procurement programme project
projection projections promise promises prorata provided providing provisional pulled pushed put qty qtys quadruple
quadrupled quantities quantity quantitys query raised range ranging rather re read reads really reasonable recently
rechargeable recharged reclaimed recovered reduce reduced ref refer reference refs refused regional reimbursed remove
removed repeat repeated repeats replaced reported require required requirement requires resources restricted revise
revised right rolled rough row rows ruled run running said same sample say scaled scan scheme school scored scrap
scrapped scribbled second see seems sessions settled share shared sheet shelved should shown signature since sind six
slip smudged so some somewhere sorry sounds spec specification specified split sponsor spread staffing started stated
statutory still stretch strike struck struggle subject sum sums superseded supplier sv take taken target targets that
thats the there these they this three thrice time times to tonnes too total totals treble trebled triple tripled true
trust tupe twice two tynnu tynnwyd typed typing typo uk unable uncertain unclear unfortunately unit units unlikely
unreadable unsigned unsure unter unverbindlich up update updated upper value values very visits volume volumes
vorbehaltlich waiting was we wedi weeks werden were what when whenever where wherever which wholly wild will wird wish
wishlist with withdrawn withdrew without won would writing wrong x year yearly years yes yet yn your yr zero zur
"""
WORDS = frozenset(_WORDS.split())
