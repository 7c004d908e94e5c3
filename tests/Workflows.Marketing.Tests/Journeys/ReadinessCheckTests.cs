using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>What has to be in place around a journey: figures, traffic, the calendar of its groups, its products.</summary>
public sealed class ReadinessCheckTests
{
    private const string Known = "\"acquisition\":{\"ways\":[\"qr\"]}";
    private const string Order = "[\"order.paid\"]";
    private const string Joined = "[\"contact.joined\"]";

    /// <summary>Play and settings, what begins it, what it waits for, and which of figures and traffic are missing.</summary>
    [Theory]
    [InlineData("oneToMany", Known, Order, "message.received", "")]
    [InlineData("oneToMany", Known, Joined, "order.paid", "")]
    [InlineData("oneToMany", Known, Joined, "link.clicked", "")]
    [InlineData("oneToMany", Known, Joined, "message.received", "figures")]
    [InlineData("oneToMany", "\"acquisition\":{\"ways\":[]}", Order, "message.received", "traffic")]
    [InlineData("oneToMany", "\"acquisition\":{\"ways\":[\"luck\"]}", Order, "message.received", "traffic")]
    [InlineData("oneToMany", "\"acquisition\":\"qr\"", Order, "message.received", "traffic")]
    [InlineData("oneToMany", "\"limits\":{}", Joined, "message.received", "figures traffic")]
    [InlineData("oneToOne", "\"limits\":{}", Joined, "message.received", "")]
    public async Task Check_OneToMany_NeedsFiguresAndTraffic(
        string play,
        string settings,
        string begins,
        string awaited,
        string missing
    )
    {
        var journey = $"""
            ContactEvent1 Marketing.ContactEvent eventTypes={begins} -> Wait1
            Wait1 Marketing.WaitForContactEvent eventType={awaited} timeout=1.00:00:00 Received,TimedOut -> End1
            End1 Elsa.End
            """;

        var found = await FindAsync(PlayCodes.OneToMany, journey, $"\"play\":\"{play}\",{settings}");

        Assert.Equal(
            missing,
            string.Join(' ', new[] { "figures", "traffic" }.Where(what => found.Any(one => Names(one, what))))
        );
        Assert.All(found, one => AssertSaid(one, "S0-21"));
    }

    /// <summary>Play and settings, how people come in, what happens to them, and whether it is a person before the group.</summary>
    [Theory]
    [InlineData("oneToMany", Known, "QrScanned sourceTag=x", "AddTag tag=t Done", true)]
    [InlineData("community", Known, "QrScanned sourceTag=x", "AddTag tag=t Done", true)]
    [InlineData("community", Known, "GroupJoined sourceTag=x", "AssignAgent Assigned,AllFull", true)]
    [InlineData("community", Known, "GroupJoined sourceTag=x", "AddTag tag=t Done", false)]
    [InlineData("oneToOne", Known, "QrScanned sourceTag=x", "AddTag tag=t Done", false)]
    [InlineData(
        "community",
        "\"acquisition\":{\"joinMode\":\"direct\"}",
        "QrScanned sourceTag=x",
        "AddTag tag=t Done",
        true
    )]
    [InlineData(
        "community",
        "\"acquisition\":{\"joinMode\":\"owner\"}",
        "QrScanned sourceTag=x",
        "AddTag tag=t Done",
        false
    )]
    [InlineData(
        "community",
        Known,
        "QrScanned sourceTag=x",
        "JoinModeExperiment experiment=e ScanDirect,OwnerFirst",
        false
    )]
    public async Task Check_PersonBeforeTheGroup_IsAHintForOneToMany(
        string play,
        string settings,
        string entry,
        string step,
        bool isFound
    )
    {
        var journey = $"""
            In1 Marketing.{entry} -> Step1
            Step1 Marketing.{step} -> Group1
            Group1 Marketing.AssignGroup purpose=Community Found,Moves,Full,NoGroup -> End1
            End1 Elsa.End
            """;

        var found = await FindAsync(PlayCodes.PersonFirst, journey, $"\"play\":\"{play}\",{settings}");

        Assert.Equal(isFound ? 1 : 0, found.Count);
        Assert.All(found, one => AssertSaid(one, "S0-40"));
    }

    /// <summary>What the journey says of the ways, how people come in besides, and whether the main way is missing or unknown.</summary>
    [Theory]
    [InlineData("\"ways\":[\"qr\",\"ad\"]", "ContactEvent eventTypes=[\"contact.joined\"]", true)]
    [InlineData("\"ways\":[\"qr\",\"ad\"],\"main\":\"ad\"", "ContactEvent eventTypes=[\"contact.joined\"]", false)]
    [InlineData("\"ways\":[\"qr\",\"ad\"],\"main\":\"sms\"", "ContactEvent eventTypes=[\"contact.joined\"]", true)]
    [InlineData("\"ways\":[\"qr\"]", "ContactEvent eventTypes=[\"contact.joined\"]", false)]
    [InlineData("\"ways\":[\"ad\"]", "QrScanned sourceTag=x", true)]
    [InlineData("\"ways\":[\"qr\"]", "QrScanned sourceTag=x", false)]
    [InlineData("\"main\":\"qr\"", "ContactEvent eventTypes=[\"contact.joined\"]", true)]
    public async Task Check_SeveralWays_OneOfThemIsTheMainOne(string acquisition, string entry, bool isFound)
    {
        var journey = $"""
            In1 Marketing.{entry} -> End1
            End1 Elsa.End
            """;

        var found = await FindAsync(
            PlayCodes.MainWay,
            journey,
            $"\"goal\":{{\"primary\":\"service\"}},\"acquisition\":{{{acquisition}}}"
        );

        Assert.Equal(isFound ? 1 : 0, found.Count);
        Assert.All(found, one => AssertSaid(one, "S0-25"));
    }

    [Fact]
    public async Task Check_PersonBesideACodeOfTheGroup_IsNoHint()
    {
        const string Journey = """
            In1 Marketing.QrScanned sourceTag=x -> Group1
            Joined1 Marketing.GroupJoined sourceTag=x -> End1
            Group1 Marketing.AssignGroup purpose=Community Found,Moves,Full,NoGroup -> End1
            End1 Elsa.End
            """;

        Assert.Empty(await FindAsync(PlayCodes.PersonFirst, Journey, $"\"play\":\"community\",{Known}"));
    }

    [Fact]
    public async Task Check_OneToManyThatWinsContactsItself_HasTraffic()
    {
        const string Journey = """
            QrScanned1 Marketing.QrScanned sourceTag=x -> Pool1
            Pool1 Marketing.AssignPool pool=client Changed,Unchanged -> Wait1
            Wait1 Marketing.WaitForContactEvent eventType=order.paid timeout=1.00:00:00 Received,TimedOut -> End1
            End1 Elsa.End
            """;

        Assert.Empty(await FindAsync(PlayCodes.OneToMany, Journey, "\"play\":\"oneToMany\""));
    }

    [Theory]
    [InlineData("community", "[\"group\",\"private\"]", "", true)]
    [InlineData("community", "[\"group\"]", ",\"sop\":{\"calendar\":\" \"}", true)]
    [InlineData("community", "[\"group\"]", ",\"sop\":{\"calendar\":\"store-lbs-group\"}", false)]
    [InlineData("community", "[\"private\"]", "", false)]
    [InlineData("oneToMany", "[\"group\"]", "", false)]
    public async Task Check_JourneyThatLivesInGroups_HasACalendar(
        string play,
        string carriers,
        string calendar,
        bool isFound
    )
    {
        const string Journey = """
            ContactEvent1 Marketing.ContactEvent eventTypes=["contact.joined"] -> End1
            End1 Elsa.End
            """;

        var found = await FindAsync(
            PlayCodes.CommunitySop,
            Journey,
            $"\"play\":\"{play}\",\"carriers\":{carriers}{calendar}"
        );

        Assert.Equal(isFound, found.Count == 1);
        Assert.All(found, one => AssertSaid(one, "S1-45"));
    }

    [Fact]
    public async Task Check_JourneyThatDrawsTheCalendarOfItsGroups_IsLeftAlone()
    {
        const string Journey = """
            Sop1 Marketing.GroupSop onDays=daily * -> End1
            End1 Elsa.End
            """;

        Assert.Empty(
            await FindAsync(PlayCodes.CommunitySop, Journey, "\"play\":\"community\",\"carriers\":[\"group\"]")
        );
    }

    [Theory]
    [InlineData("revenue", "\"leadProduct\":\"小样\",\"landingProduct\":\"正装\"", 0)]
    [InlineData("revenue", "\"landingProduct\":\"正装\"", 1)]
    [InlineData("revenue", "\"leadProduct\":\"小样\",\"landingProduct\":\"\"", 1)]
    [InlineData("revenue", "", 2)]
    [InlineData("service", "", 0)]
    public async Task Check_JourneyThatWinsContactsForRevenue_SaysItsProducts(string goal, string products, int missing)
    {
        const string Journey = """
            QrScanned1 Marketing.QrScanned sourceTag=x -> Pool1
            Pool1 Marketing.AssignPool pool=client Changed,Unchanged -> End1
            End1 Elsa.End
            """;
        var settings = $"\"goal\":{{\"primary\":\"{goal}\"}},\"acquisition\":{{{products}}}";

        var found = await FindAsync(PlayCodes.LeadProduct, Journey, settings);

        Assert.Equal(missing, found.Count);
        Assert.All(found, one => AssertSaid(one, "S3-18"));
        Assert.All(found, one => Assert.Equal("QrScanned1", one.Path));
        Assert.Empty(
            await FindAsync(
                PlayCodes.LeadProduct,
                Journey.Replace(
                    "Marketing.QrScanned sourceTag=x",
                    "Marketing.ContactEvent eventTypes=[\"order.paid\"]",
                    StringComparison.Ordinal
                ),
                settings
            )
        );
    }

    private static bool Names(Diagnostic found, string what) =>
        found.Message.Contains($"needs {what}", StringComparison.Ordinal);

    private static void AssertSaid(Diagnostic found, string source)
    {
        Assert.Equal((source, DiagnosticSeverity.Warning), (found.Source, found.Severity));
        var chinese = JourneyMessages.In(found, Language.Chinese);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Message);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Remedy);
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(string code, string drawing, string settings)
    {
        var check = new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null);
        var found = await check.CheckAsync(
            ShippedJourney.Compile(Drawing.Of(drawing, settings)),
            CancellationToken.None
        );
        return [.. found.Where(one => string.Equals(one.Code, code, StringComparison.Ordinal))];
    }
}
