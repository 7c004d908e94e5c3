using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Plays.Referral;
using Workflows.Marketing.Tests.Content;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>What good practice says about journeys before they are published: each check with a journey that breaks it and one that does not.</summary>
public sealed class PlayCheckTests
{
    private const string Revenue = """
        "goal":{"event":"order.paid","primary":"revenue"},"kpi":{"primary":["contentClicks","gmv"]},"play":"oneToOne","carriers":["private"],"limits":{"subsidyBudget":1000},"acquisition":{"leadProduct":"小样","landingProduct":"正装"}
        """;

    private const string Good = """
        QrScanned1 Marketing.QrScanned sourceTag=扫码 -> Hello1
        Hello1 Marketing.SendWelcome template=hello text=您好 Sent,NotAFriend,Refused,Failed -> Tag1
        Tag1 Marketing.AddTag tag=扫码 family=Source -> Pool1
        Pool1 Marketing.AssignPool pool=client Changed,Unchanged -> Know1
        Know1 Marketing.SendPrivateMessage template=know kind=knowledge text=怎么选 * -> Wait1
        Wait1 Marketing.WaitForContactEvent eventType=message.received timeout=1.00:00:00 Received,TimedOut -> Offer1
        Offer1 Marketing.SendPrivateMessage template=offer kind=offer product=p subsidy=5 text=优惠 * -> End1
        End1 Elsa.End
        """;

    public static TheoryData<string, string, string, string, DiagnosticSeverity> Broken =>
        new()
        {
            {
                "\"acquisition\":{",
                "\"acquisition\":{\"ways\":[\"qr\",\"billboard\"],",
                PlayCodes.UnknownWay,
                "S0-21",
                DiagnosticSeverity.Warning
            },
            {
                "\"goal\":{\"event\":\"order.paid\",\"primary\":\"revenue\"},",
                "",
                PlayCodes.Goal,
                "S0-09",
                DiagnosticSeverity.Error
            },
            { "\"primary\":\"revenue\"", "\"primary\":\"fame\"", PlayCodes.Goal, "S0-09", DiagnosticSeverity.Error },
            {
                "[\"contentClicks\",\"gmv\"]",
                "[\"activity\"]",
                PlayCodes.VanityKpi,
                "S0-47, S1-10",
                DiagnosticSeverity.Error
            },
            {
                "[\"contentClicks\",\"gmv\"]",
                "[\"gmv\",\"interactionRate\"]",
                PlayCodes.VanityKpi,
                "S0-47, S1-10",
                DiagnosticSeverity.Error
            },
            {
                "[\"contentClicks\",\"gmv\"]",
                "[\"fans\"]",
                PlayCodes.VanityKpi,
                "S0-47, S1-10",
                DiagnosticSeverity.Error
            },
            {
                "Pool1 Marketing.AssignPool pool=client Changed,Unchanged",
                "Pool1 Marketing.ChangeStage stage=acquainted Changed,Unchanged",
                PlayCodes.PoolFirst,
                "S3-03, S3-07",
                DiagnosticSeverity.Error
            },
            {
                "kind=offer product=p subsidy=5",
                "kind=knowledge",
                PlayCodes.NoConversion,
                "S3-03",
                DiagnosticSeverity.Warning
            },
            { "sourceTag=扫码", "", JourneyCodes.SourceTagMissing, "S3-06", DiagnosticSeverity.Warning },
            { "kind=knowledge", "kind=sop", PlayCodes.TrustFirst, "S0-22", DiagnosticSeverity.Error },
            { "text=优惠", "text=五星好评返现三元", PlayCodes.Forbidden, "S3-47", DiagnosticSeverity.Error },
            { "text=怎么选", "text=加好友领红包", PlayCodes.Forbidden, "S3-23", DiagnosticSeverity.Error },
            { "text=怎么选", "text=转发朋友圈才能领", PlayCodes.Forbidden, "S2-48", DiagnosticSeverity.Error },
            { "text=怎么选", "text=拉人头就有奖", PlayCodes.Forbidden, "S2-34", DiagnosticSeverity.Error },
            { "text=优惠", "text=三级分销躺着赚", PlayCodes.Forbidden, "S2-34", DiagnosticSeverity.Error },
            {
                "End1 Elsa.End",
                "End1 Marketing.SettleCommission program=tea levels=3",
                ReferralCodes.Levels,
                "S2-34",
                DiagnosticSeverity.Error
            },
            { "kind=knowledge", "kind=offer product=q", PlayCodes.OnlyPromotion, "S1-12", DiagnosticSeverity.Warning },
            { "kind=offer product=p", "kind=offer", PlayCodes.PeopleGoodsPlace, "S2-02", DiagnosticSeverity.Error },
            {
                "End1 Elsa.End",
                "End1 Elsa.End\nPage1 Marketing.SendPrivateMessage template=l kind=sop linkUrl=https://a.cn text=买 *",
                PlayCodes.PeopleGoodsPlace,
                "S2-02",
                DiagnosticSeverity.Warning
            },
            {
                "End1 Elsa.End",
                "End1 Elsa.End\nAlso1 Marketing.SendSms template=s kind=offer product=p text=买 *",
                PlayCodes.OneOffer,
                "S2-53",
                DiagnosticSeverity.Warning
            },
            {
                "End1 Elsa.End",
                "End1 Elsa.End\nCard1 Marketing.SendMiniProgramMessage template=s product=p page=p text=买 *\nAlso1 Marketing.SendSms template=s kind=sales product=p text=买 *",
                PlayCodes.OneOffer,
                "S2-53",
                DiagnosticSeverity.Warning
            },
            { ",\"play\":\"oneToOne\"", "", PlayCodes.PeopleGoodsPlace, "S2-26", DiagnosticSeverity.Error },
            { ",\"carriers\":[\"private\"]", "", PlayCodes.PeopleGoodsPlace, "S2-26", DiagnosticSeverity.Error },
            { ",\"limits\":{\"subsidyBudget\":1000}", "", PlayCodes.NoBudget, "S2-18", DiagnosticSeverity.Warning },
        };

    [Fact]
    public async Task Check_JourneyThatHeedsEverything_HasNothingToSay() =>
        Assert.Empty(await CheckAsync(Good, Revenue));

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Check_JourneyThatBreaksARule_NamesItWithBlockSourceAndRemedy(
        string before,
        string after,
        string code,
        string source,
        DiagnosticSeverity severity
    )
    {
        Assert.True(
            Good.Contains(before, StringComparison.Ordinal) || Revenue.Contains(before, StringComparison.Ordinal)
        );

        var found = await CheckAsync(
            Good.Replace(before, after, StringComparison.Ordinal),
            Revenue.Replace(before, after, StringComparison.Ordinal)
        );

        var one = Assert.Single(found, diagnostic => Is(diagnostic, code, source));
        Assert.Equal(severity, one.Severity);
        Assert.NotEmpty(one.Path!);
        Assert.NotEmpty(one.Remedy!);
        var chinese = JourneyMessages.In(one, Language.Chinese);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Message);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Remedy);
        Assert.DoesNotMatch("[a-z]{4,} [a-z]{2,}", chinese.Message);
    }

    /// <summary>What a pool goes together with, and the requirement that says what it does not go with.</summary>
    [Theory]
    [InlineData("nurturing", "private", false, "")]
    [InlineData("nurturing", "official-account", false, "")]
    [InlineData("nurturing", "group", false, "S3-37")]
    [InlineData("nurturing", "private", true, "S3-43")]
    [InlineData("client", "private", true, "")]
    [InlineData("client", "group", true, "")]
    [InlineData("client", "official-account", true, "S3-42")]
    [InlineData("conversion", "group", true, "")]
    public async Task Check_Pool_GoesWithItsCarriersAndWaysOfSelling(
        string pool,
        string carrier,
        bool isSoldInPerson,
        string source
    )
    {
        const string InPerson =
            " -> Sell1\nSell1 Marketing.PushToSidebar template=s kind=sales product=z staff=li text=买 *";
        var drawn = Good.Replace(
            "Pool1 Marketing.AssignPool pool=client Changed,Unchanged -> Know1",
            $"Pool1 Marketing.AssignPool pool={pool} Changed,Unchanged{(isSoldInPerson ? InPerson : "")} -> Know1",
            StringComparison.Ordinal
        );
        // What one is told in person is no message that trust has to come before.
        var settings = Revenue
            .Replace("\"oneToOne\"", "\"community\"", StringComparison.Ordinal)
            .Replace("[\"private\"]", $"[\"private\",\"{carrier}\"]", StringComparison.Ordinal);

        var found = (await CheckAsync(drawn, settings)).Where(one => one.Code is PlayCodes.PoolCarrier).ToList();

        Assert.Equal(source, string.Join(' ', found.Select(one => one.Source)));
        Assert.All(found, one => Assert.Equal((DiagnosticSeverity.Warning, "Pool1"), (one.Severity, one.Path)));
    }

    [Fact]
    public async Task Check_WayAroundTheTrust_IsShown()
    {
        var around = Good.Replace(
            "Pool1 Marketing.AssignPool pool=client Changed,Unchanged -> Know1",
            "Pool1 Marketing.AssignPool pool=client Changed -> Know1\nPool1 Unchanged -> Offer1",
            StringComparison.Ordinal
        );

        var one = Assert.Single(
            await CheckAsync(around, Revenue),
            diagnostic => diagnostic.Code is PlayCodes.TrustFirst
        );

        Assert.Equal(
            "There is a way to an offer without anything that builds trust: QrScanned1 → Hello1 → Tag1 → Pool1 → Offer1.",
            one.Message
        );
        Assert.Equal("Offer1", one.Path);
    }

    [Theory]
    [InlineData("knowledge", false)]
    [InlineData("sop", true)]
    public async Task Check_WayThroughAnotherWorkflow_IsLookedAtFromWithin(string kind, bool isFound)
    {
        const string Whole = """
            QrScanned1 Marketing.QrScanned sourceTag=扫码 -> Pool1
            Pool1 Marketing.AssignPool pool=client Changed,Unchanged -> Teach1
            Teach1 Drawn.Part Done -> Wait1
            Wait1 Marketing.WaitForContactEvent eventType=message.received timeout=1.00:00:00 Received,TimedOut -> Offer1
            Offer1 Marketing.SendPrivateMessage template=offer kind=offer product=p subsidy=5 text=优惠 * -> End1
            End1 Elsa.End
            """;
        var part = Drawing.Of(
            $"Know1 Marketing.SendPrivateMessage template=know kind={kind} text=怎么选 * -> Tag1\nTag1 Marketing.AddTag tag=t family=Campaign",
            ""
        );
        var graph = ShippedJourney.Compile(
            Drawing.Of(Whole, Revenue).Replace("\"Drawn.Part\"", "\"Part\"", StringComparison.Ordinal),
            part.Replace(
                "\"drawn\"",
                "\"part\",\"name\":\"Part\",\"options\":{\"usableAsActivity\":true}",
                StringComparison.Ordinal
            )
        );

        var found = (await CheckAsync(graph)).Where(one => one.Code is PlayCodes.TrustFirst);

        Assert.Equal(
            isFound
                ?
                [
                    "There is a way to an offer without anything that builds trust: QrScanned1 → Pool1 → Teach1 → Know1 → Tag1 → Wait1 → Offer1.",
                ]
                : [],
            found.Select(one => one.Message)
        );
    }

    [Fact]
    public async Task Check_PartOfOtherJourneys_IsJudgedWhereItIsUsed()
    {
        var activate = ShippedJourney.Read("workflows", "activate", "workflow.json");

        Assert.Empty(await CheckAsync(ShippedJourney.Compile(activate)));
    }

    [Fact]
    public async Task Check_ServiceOnlyJourney_NeedsNothingToSell()
    {
        const string Service = """
            QrScanned1 Marketing.QrScanned sourceTag=扫码 -> Tag1
            Tag1 Marketing.AddTag tag=扫码 family=Source -> Pool1
            Pool1 Marketing.AssignPool pool=nurturing Changed,Unchanged -> Help1
            Help1 Marketing.SendPrivateMessage template=help purpose=service text=有问题找我 * -> Wait1
            Wait1 Marketing.WaitForContactEvent eventType=message.received timeout=1.00:00:00 Received,TimedOut -> End1
            End1 Elsa.End
            """;
        const string Goal =
            "\"goal\":{\"primary\":\"service\"},\"kpi\":{\"primary\":[\"serviceRating\"]},\"play\":\"service\",\"carriers\":[\"private\"]";

        Assert.Empty(await CheckAsync(Service, Goal));
        var revenue = await CheckAsync(
            Service.Replace("eventType=message.received", "eventType=call.ended", StringComparison.Ordinal),
            Goal.Replace("\"primary\":\"service\"", "\"primary\":\"revenue\"", StringComparison.Ordinal)
        );
        Assert.Contains(revenue, one => one.Code is PlayCodes.NoConversion);
    }

    [Theory]
    [InlineData("Drainage", "End1", true)]
    [InlineData("GroupBuy", "End1", true)]
    [InlineData("Flash", "End1", true)]
    [InlineData("Drainage", "Pool1", false)]
    [InlineData("Community", "End1", false)]
    public async Task Check_GroupForOnce_HasToHandOver(string purpose, string next, bool isFound)
    {
        var journey = $"""
            ContactEvent1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Group1
            Group1 Marketing.AssignGroup purpose={purpose} Found,Moves,Full,NoGroup -> {next}
            Pool1 Marketing.AssignPool pool=conversion Changed,Unchanged -> End1
            End1 Elsa.End
            """;

        var found = await CheckAsync(journey, "\"entry\":{}");

        Assert.Equal(
            isFound,
            found.Any(one => one is { Code: PlayCodes.DrainageGroup, Path: "Group1", Source: "S3-38" })
        );
    }

    [Fact]
    public async Task Check_WorkflowThatSaysNothingAndReachesNobody_IsLeftAlone()
    {
        const string Plain = """
            ContactEvent1 Marketing.ContactEvent eventTypes=["order.paid"] -> Task1
            Task1 Marketing.StaffTask template=pack staff=li text=打包 * -> End1
            End1 Elsa.End
            """;

        Assert.Empty(await CheckAsync(Plain, "\"entry\":{}"));
    }

    [Theory]
    [InlineData("SendPrivateMessage", "\"entry\":{}", "PLAY001 Warning")]
    [InlineData("SendWelcome", "\"entry\":{}", "PLAY001 Warning")]
    [InlineData("SendPrivateMessage", "\"goal\":{\"event\":\"order.paid\"}", "PLAY001 Error")]
    [InlineData("SendPrivateMessage", "\"play\":\"any\"", "PLAY001 Error")]
    [InlineData("SendPrivateMessage", "\"carriers\":[\"private\"]", "PLAY001 Error")]
    [InlineData(
        "SendPrivateMessage",
        "\"goal\":{\"primary\":\"service\"},\"play\":\"any\",\"carriers\":[\"private\"]",
        ""
    )]
    public async Task Check_JourneyThatReachesCustomers_SaysWhatItIsFor(string block, string settings, string expected)
    {
        var journey = $"""
            ContactEvent1 Marketing.ContactEvent eventTypes=["order.paid"] -> Know1
            Know1 Marketing.{block} template=know text=谢谢 * -> End1
            End1 Elsa.End
            """;

        var found = await CheckAsync(journey, settings);

        Assert.Equal(
            expected,
            string.Join(' ', found.Where(one => one.Code is PlayCodes.Goal).Select(one => $"{one.Code} {one.Severity}"))
        );
    }

    [Theory]
    [InlineData("In1 Marketing.GroupJoined sourceTag=x -> Wait1", true)]
    [InlineData(
        "In1 Marketing.ContactEvent eventTypes=[\"order.paid\"] -> Card1\nCard1 Marketing.PutInPackage template=c text=x * -> Wait1",
        true
    )]
    [InlineData("In1 Marketing.ContactEvent eventTypes=[\"order.paid\"] -> Wait1", false)]
    public async Task Check_WhoWinsContacts_SettlesThemSomewhere(string begin, bool isFound)
    {
        var journey = $"""
            {begin}
            Wait1 Marketing.WaitForContactEvent eventType=message.received timeout=1.00:00:00 Received,TimedOut -> End1
            End1 Elsa.End
            """;

        var found = await CheckAsync(journey, "\"entry\":{}");

        Assert.Equal(isFound, found.Any(one => one.Code is PlayCodes.PoolFirst));
    }

    [Theory]
    [InlineData("knowledge", "sales@1", true, "PLAY004 PLAY011")]
    [InlineData("knowledge", "goods@1", true, "PLAY004")]
    [InlineData("knowledge", "tips@1", true, "")]
    [InlineData("knowledge", "sales@1", false, "")]
    public async Task Check_ContentThatSells_SellsWhateverItsBlockSays(
        string kind,
        string content,
        bool isKnown,
        string expected
    )
    {
        var bench = new ContentBench();
        var item = new ContentItem
        {
            Id = "tips",
            Kind = "link",
            Name = "T",
            Url = "https://brand.cn",
            Theme = ContentTheme.Knowledge,
        };
        await bench.ApproveAsync(item);
        await bench.ApproveAsync(item with { Id = "sales", Theme = ContentTheme.Sales });
        await bench.ApproveAsync(item with { Id = "goods", Theme = ContentTheme.Sales, Product = "p" });
        var drawn = Good.Replace("kind=knowledge", $"kind={kind} content={content}", StringComparison.Ordinal);
        var check = new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null)
        {
            Contents = isKnown ? bench.Store : null,
            Tenant = ContentBench.Tenant,
        };

        var found = await check.CheckAsync(ShippedJourney.Compile(Drawing.Of(drawn, Revenue)), CancellationToken.None);

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                found
                    .Select(one => one.Code)
                    .Where(code => code is PlayCodes.TrustFirst or PlayCodes.PeopleGoodsPlace)
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData("Know1 Marketing.SendGroupMessage template=k kind=sop group=g text=早 *", true)]
    [InlineData("Know1 Marketing.SendPrivateMessage template=k kind=knowledge text=早 *", false)]
    [InlineData(
        "Know1 Marketing.SendGroupMessage template=k kind=sop group=g text=早 * -> Know2\nKnow2 Marketing.SendPrivateMessage template=l kind=knowledge text=早 *",
        false
    )]
    public async Task Check_JourneyThatSpeaksInGroupsOnly_IsAHint(string block, bool isFound)
    {
        var journey = $"""
            ContactEvent1 Marketing.ContactEvent eventTypes=["order.paid"] -> Know1
            {block} -> End1
            End1 Elsa.End
            """;

        var found = await CheckAsync(journey, "\"entry\":{}");

        Assert.Equal(isFound, found.Any(one => Is(one, PlayCodes.GroupsOnly, "S2-01")));
    }

    [Fact]
    public async Task Check_JourneyThatOnlySpeaks_IsToldTwice()
    {
        const string Speaking = """
            ContactEvent1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Know1
            Know1 Marketing.SendPrivateMessage template=k kind=knowledge text=早 * -> Offer1
            Offer1 Marketing.SendPrivateMessage template=o kind=offer product=p text=买 * -> End1
            End1 Elsa.End
            """;

        var found = await CheckAsync(Speaking, Revenue);

        Assert.Contains(found, one => one is { Code: PlayCodes.OneWay, Source: "S1-14" });
        Assert.Contains(
            found,
            one => one is { Code: PlayCodes.NoSegment, Source: "S2-03", Severity: DiagnosticSeverity.Warning }
        );
    }

    [Fact]
    public async Task Check_FulfilmentWithoutTheStoresThatHaveNone_IsAnError()
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(
            ShippedJourney.Read("rules", "fulfilment-choice", "rules.json"),
            CancellationToken.None
        );
        const string Journey = """
            ContactEvent1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Rules1
            Rules1 Marketing.EvaluateRules ruleSet=fulfilment-choice inputs={} pickup,delivery,None -> End1
            End1 Elsa.End
            """;

        var found = await CheckAsync(Journey, "\"entry\":{}");

        Assert.Contains(found, one => one is { Code: PlayCodes.Fulfilment, Path: "Rules1", Source: "S0-35" });
    }

    /// <summary>What is replaced by what, and how many messages there are about it (S2-53).</summary>
    [Theory]
    [InlineData("price=99", "price=99.00", 0)]
    [InlineData("product=p price=99", "product=p price=98", 1)]
    [InlineData("product=p price=99", "product=q price=99", 1)]
    [InlineData("offerId=o1 product=p price=99", "offerId=o2 product=p price=98", 0)]
    [InlineData("kind=offer product=p", "kind=offer product=other", 1)]
    [InlineData("linkUrl=https://s.cn/o", "linkUrl=https://s.cn/elsewhere", 1)]
    public async Task Check_OneOffer_IsToldTheSameEverywhere(string before, string after, int found)
    {
        const string Offers = """
            In1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Offer1
            Offer1 Marketing.Offer offerId=o1 product=p price=99.00 link=https://s.cn/o Open,NotYet,Over -> Offer2
            Offer2 Marketing.Offer offerId=o1 product=p price=99 link=https://s.cn/o Open,NotYet,Over -> Tell1
            Tell1 Marketing.SendPrivateMessage template=t kind=offer product=p text=a linkUrl=https://s.cn/o * -> End1
            End1 Elsa.End
            """;
        var second = Offers.IndexOf("Offer2 Marketing", StringComparison.Ordinal);
        var drawn = Offers[..second] + Offers[second..].Replace(before, after, StringComparison.Ordinal);

        var diagnostics = await CheckAsync(drawn, "\"entry\":{}");

        Assert.Equal(found, diagnostics.Count(one => one is { Code: PlayCodes.OneOffer, Source: "S2-53" }));
        Assert.All(
            diagnostics.Where(one => one.Code is PlayCodes.OneOffer),
            one => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", JourneyMessages.In(one, Language.Chinese).Remedy)
        );
    }

    /// <summary>S2-24, S2-25: the type and what is raised fit each other.</summary>
    [Theory]
    [InlineData("offerType=bundle", null)]
    [InlineData("raises=amount offerType=addOn", null)]
    [InlineData("raises=frequency offerType=punchCard", null)]
    [InlineData("raises=frequency offerType=bundle", "S2-24")]
    [InlineData("raises=amount offerType=cycle", "S2-25")]
    [InlineData("offerType=lottery", "S2-24")]
    public async Task Check_OfferOfAType_RaisesWhatTheTypeDoes(string said, string? source)
    {
        var found = await CheckAsync(
            $"""
            In1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Offer1
            Offer1 Marketing.Offer offerId=o1 {said} product=p price=99 Open,NotYet,Over -> End1
            End1 Elsa.End
            """,
            "\"entry\":{}"
        );

        var offers = found.Where(one => one.Code is PlayCodes.OneOffer).ToList();
        Assert.Equal(source is null ? [] : [source], offers.Select(one => one.Source));
        Assert.All(offers, one => Assert.Equal("Offer1", one.Path));
        Assert.All(
            offers,
            one => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", JourneyMessages.In(one, Language.Chinese).Message)
        );
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task Check_WalkedAsANewcomer_FourThingsAreEnough(int waits, bool isFound)
    {
        var steps = Enumerable.Range(1, waits).Select(n => $"Wait{n}").Append("Pool1").ToList();
        var drawn = string.Join(
            '\n',
            Enumerable
                .Range(0, waits)
                .Select(n => $"{steps[n]} Marketing.WaitForReply timeout=1.00:00:00 Replied,TimedOut -> {steps[n + 1]}")
                .Prepend("QrScanned1 Marketing.QrScanned sourceTag=x -> Wait1")
                .Append("Pool1 Marketing.AssignPool pool=client Changed,Unchanged -> End1")
                .Append("End1 Elsa.End")
        );

        var found = await CheckAsync(drawn, "\"entry\":{}");

        var one = found.SingleOrDefault(one => one.Code is PlayCodes.LongWay);
        Assert.Equal(isFound, one is not null);
        if (one is not null)
        {
            Assert.Equal(
                "A newcomer has to do 5 things before being settled: QrScanned1 → Wait1 → Wait2 → Wait3 → Wait4.",
                one.Message
            );
            Assert.Equal(("Wait4", "S3-19"), (one.Path, one.Source));
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", JourneyMessages.In(one, Language.Chinese).Message);
        }
    }

    private static bool Is(Diagnostic found, string code, string source) =>
        string.Equals(found.Code, code, StringComparison.Ordinal)
        && string.Equals(found.Source, source, StringComparison.Ordinal);

    private static Task<IReadOnlyList<Diagnostic>> CheckAsync(string drawing, string settings) =>
        CheckAsync(ShippedJourney.Compile(Drawing.Of(drawing, settings)));

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph)
    {
        var check = new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null);
        var found = await check.CheckAsync(graph, CancellationToken.None);
        return [.. found.Where(one => one.Code is not JourneyCodes.OutcomeUnconnected)];
    }
}
