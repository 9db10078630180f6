# Lines broken by hand, two reports in one bracket, several paragraphs and facts in one bracket
brief = """
Where does the strain sit? Five texts on the US-Japan alliance, spring 2024 to April 2026

My claim is narrow. In these five texts the doubt about the alliance is placed with its political
leaders more than with its two forces, and the daily military work is called sound from the first
text to the last. I do not claim that the alliance itself moved in this way. Five texts cannot show
that.

Begin with the forces. In spring 2024 an analyst describes anger over the bases and still thinks
that military cooperation as a whole will hardly suffer from it. In the following winter an essay
reports what both governments conclude: closer integration of the two militaries has carried the
alliance this far [flux2024, para. 10; transition2024, para. 2]. A press release of late 2025 says,
in its own voice, that work at the operational level is strong [stress2025, para. 5]. In the digest
of 2026 participants repeat the point, chiefly for the two militaries [Anchor2026, paras. 13-14].
Four texts of four genres agree. That is the better half of my case.

Now the leaders. The analyst of 2024 hears, behind a remark by Kishida, the worry of many partners
about relying on America should the Republican candidate win [flux2024, para. 9]. Participants of a
conference in January 2025 call the first summit a success, and go on to say that later remarks and
policies have lowered their hopes [pivotal2025, para. 3]. The press release of late 2025 finds that
lasting agreement between the leaders is missing [stress2025, para. 5]. And participants of 2026,
from both countries, observe that political trust at the top has worn away [anchor2026, para. 14].
The speakers differ: an author, two rooms of experts, and a publisher with a report to announce.

Four rows of my table speak against me. On Okinawa in 2024 the strain is local and military, with no
leader in sight: residents oppose the American base and resent its legal status [flux2024, para.
10]. Before Trump's second term both governments hold that the alliance stands higher than ever
[transition2024, para. 2]. The press release of 2025 sees core security cooperation put at risk by
the quarrel over tariffs [stress2025, para. 3], so no wall divides politics from the forces. The
strongest row is the latest. The digest of 2026 says that Takaichi keeps Japan close to Washington,
helped by a personal tie to Trump [anchor2026, para. 15]. If leaders are the weak point, why does
this pair do well? I answer that trust at the top may mean more than two people: ministers, plans,
and a common reading of threats. The digest leaves that open, and so must I.

How far do the counts reach? Eight of thirteen rows support the claim, but I chose the rows, so
their number measures my search. Genre is the main rival. Participants can be heard only where a
text reports a meeting, and people who are invited to discuss an alliance talk about its leaders. A
press release wants to be read, and strain is news. Nor did the same people write twice.

The record outside bears out one half and blurs the other. In a Japanese poll of 2025, 77 percent
did not believe that the United States would really protect Japan in a crisis [context EO10]. That
is doubt about politics, measured. Yet the leaders did meet, in October 2025 and in March 2026
[context SM14, SM17], while a planned meeting of foreign and defence ministers fell through in July
2025, for disputed reasons [context SM13].

For a reader in either capital I conclude this much. In what these authors wrote, the forces are
praised and the leaders are doubted. Whoever wants to test that should ask people who run the
exercises and people who run the ministries the same question, in both countries, at the same time.
"""
