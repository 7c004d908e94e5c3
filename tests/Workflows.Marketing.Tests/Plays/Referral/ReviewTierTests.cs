using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Plays.Referral;

/// <summary>The block that reviews a distributor tells of a new tier, and of no other review (S2-36).</summary>
public sealed class ReviewTierTests
{
    private const string Journey = """
        In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Tier1
        Tier1 Marketing.ReviewTier program=tea Up,Down,Same,NoDistributor -> Prize1
        Prize1 Marketing.SendPrivateMessage template=prize text=js:String(getOutputFrom("Tier1","Prize")) * -> End1
        Heard1 Marketing.ContactEvent eventTypes=["referral.tier-changed"] -> Told1
        Told1 Marketing.SendPrivateMessage template=told text=js:JSON.stringify(getOutputFrom("Heard1","Result").data) * -> End1
        End1 Elsa.End
        """;

    [Theory]
    [InlineData(
        10,
        0,
        "新品试用装",
        """{"program":"tea","from":"starter","to":"silver","direction":"up","rate":0.08,"prize":"新品试用装","holdsFrom":"2026-06-02T00:00:00+00:00"}"""
    )]
    [InlineData(
        10,
        1,
        "",
        """{"program":"tea","from":"silver","to":"starter","direction":"down","rate":0.05,"holdsFrom":"2026-06-02T00:00:00+00:00"}"""
    )]
    [InlineData(9, 0, "", null)]
    public async Task Review_OtherTier_IsToldWithRateAndPrize(int orders, int refunded, string prize, string? told)
    {
        var rig = await ReferralRig.CreateAsync();
        for (var n = 0; n < orders; n++)
        {
            await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid($"m{n}", 100m, ReferralRig.May.AddDays(n)));
        }

        if (refunded > 0)
        {
            await rig.ReviewAsync(ReferralRig.Grandma, ReferralRig.June, ReferralRig.June);
            await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("m3", 100m, ReferralRig.May.AddDays(3), [null]));
        }

        var said = await PlayAsync(rig);

        Assert.Equal(
            told is null ? [("prize", prize)] : [("prize", prize), ("told", told)],
            said.OrderBy(one => one.Template, StringComparer.Ordinal)
        );
    }

    private static async Task<IReadOnlyList<(string Template, string Text)>> PlayAsync(ReferralRig rig)
    {
        var graph = ShippedJourney.Compile(Drawing.Of(Journey, "\"entry\":{\"reentry\":\"always\"}"));
        var simulator = new JourneySimulator([graph], new ActivityServices(rig.Rules, referral: rig.Desk));
        ContactIdentity[] names = [new(IdentityKind.ExternalUserId, "grandma")];
        var at = ReferralRig.June.AddDays(1);
        var run = await simulator.RunAsync(
            new Contact(new ContactState(ReferralRig.Grandma, ReferralRig.May) { Identities = [.. names] }),
            [new ContactEvent("app", "1", "journey.begins", at, [.. names])],
            at.AddDays(1)
        );
        return [.. run.Messages.Select(message => (message.Template, message.Content.Text))];
    }
}
