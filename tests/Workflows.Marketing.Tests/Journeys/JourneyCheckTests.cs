using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Tests.Journeys;

public class JourneyCheckTests
{
    private const string Wecom =
        """ "channel": { "typeName": "String", "expression": { "type": "Literal", "value": "wecom" } }, """;

    private const string Webhook =
        """ "channel": { "typeName": "String", "expression": { "type": "Literal", "value": "webhook" } }, """;

    private const string WorkedOut =
        """ "channel": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ contact.channel }}" } }, """;

    private static readonly string Shipped = ShippedJourney.Read("workflows", "lifecycle-care", "workflow.json");

    [Fact]
    public async Task Check_LifecycleCare_HasNothingToSay()
    {
        Assert.Empty(await CheckAsync(Shipped, "webhook"));
    }

    [Fact]
    public async Task Check_MissingRuleSet_IsAnError()
    {
        var found = Assert.Single(
            await CheckAsync(
                Shipped.Replace("\"value\": \"lifecycle-tiers\"", "\"value\": \"nobody\"", StringComparison.Ordinal),
                "webhook"
            )
        );

        Assert.Equal(
            (JourneyCodes.RuleSetMissing, DiagnosticSeverity.Error, "e685c4138abd6b7b"),
            (found.Code, found.Severity, found.Path)
        );
        Assert.Equal("No rule set named 'nobody' is published.", found.Message);
    }

    [Fact]
    public async Task Check_UnknownChannel_IsAnErrorThatNamesTheOthers()
    {
        var found = await CheckAsync(Shipped, "sms", "wecom");

        Assert.Equal(4, found.Count);
        Assert.All(
            found,
            one => Assert.Equal((JourneyCodes.ChannelUnknown, "There are sms, wecom."), (one.Code, one.Remedy))
        );
    }

    [Fact]
    public async Task Check_ChannelsNotKnown_AreNotChecked()
    {
        var check = new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null);

        Assert.Empty(await check.CheckAsync(ShippedJourney.LifecycleCare(), CancellationToken.None));
    }

    [Theory]
    [InlineData(
        "\"port\": \"TimedOut\"",
        "\"port\": \"Expired\"",
        "The outcome 'TimedOut' leads nowhere: the contact's journey ends there."
    )]
    [InlineData(
        "\"port\": \"loyal\"",
        "\"port\": \"loyalty\"",
        "The outcome 'loyal' leads nowhere: the contact's journey ends there."
    )]
    public async Task Check_UnconnectedOutcome_IsAWarning(string port, string other, string message)
    {
        var found = await CheckAsync(Shipped.Replace(port, other, StringComparison.Ordinal), "webhook");

        Assert.Contains(found, one => one.Message.Equals(message, StringComparison.Ordinal));
        Assert.All(found, one => Assert.Equal(DiagnosticSeverity.Warning, one.Severity));
    }

    [Fact]
    public async Task Check_ConnectionOfAnEventTheRuleSetDoesNotHave_IsAWarning()
    {
        var found = await CheckAsync(
            Shipped.Replace("\"port\": \"loyal\"", "\"port\": \"loyalty\"", StringComparison.Ordinal),
            "webhook"
        );

        var unknown = Assert.Single(found, one => one.Code.Equals(JourneyCodes.EventUnknown, StringComparison.Ordinal));
        Assert.Equal(
            "The connection 'loyalty' is never followed: 'lifecycle-tiers' has no such event.",
            unknown.Message
        );
        Assert.Equal("Its events are new, first, repeat, loyal, silent.", unknown.Remedy);
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("None", true)]
    [InlineData("nobody", false)]
    public async Task Check_EventCalledLikeNone_IsAWarning(string name, bool warns)
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(
            $$$"""[{"WorkflowName":"alike","Rules":[{"RuleName":"r","Expression":"contact.PaidOrderCount > 1","SuccessEvent":"{{{name}}}"}]}]""",
            CancellationToken.None
        );
        var journey = Shipped.Replace(
            "\"value\": \"lifecycle-tiers\"",
            "\"value\": \"alike\"",
            StringComparison.Ordinal
        );

        var found = await new JourneyCheck(ruleSets, channels: null).CheckAsync(
            ShippedJourney.Compile(journey),
            CancellationToken.None
        );

        Assert.Equal(warns, found.Any(one => one.Code.Equals(JourneyCodes.EventLikeNone, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("SendGroupMessage", "", true)]
    [InlineData("SendGroupMessage", Wecom, true)]
    [InlineData("SendGroupMessage", Webhook, false)]
    [InlineData("SendGroupMessage", WorkedOut, false)]
    [InlineData("PushToSidebar", "", true)]
    public async Task Check_MiniProgramToAGroup_LeavesOfficiallyOrByHand(string block, string channel, bool isFine)
    {
        var journey = $$"""
            {
              "definitionId": "j", "name": "j",
              "root": {
                "id": "flow", "type": "Elsa.Flowchart", "version": 1,
                "activities": [{
                  "id": "send", "type": "Marketing.{{block}}", "version": 1, {{channel}}
                  "group": { "typeName": "String", "expression": { "type": "Literal", "value": "wr1" } },
                  "staff": { "typeName": "String", "expression": { "type": "Literal", "value": "mei" } },
                  "template": { "typeName": "String", "expression": { "type": "Literal", "value": "t" } },
                  "miniProgram": { "typeName": "String", "expression": { "type": "Literal", "value": "wx8bd80126147df384" } }
                }],
                "connections": []
              }
            }
            """;

        var found = await CheckAsync(journey, "wecom", "webhook", "sidebar");

        Assert.Equal(
            isFine ? [] : [(JourneyCodes.MiniProgramChannel, DiagnosticSeverity.Error)],
            found.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => (one.Code, one.Severity))
        );
    }

    [Fact]
    public void Codes_OfJourneys_AreEachOfOneMistake()
    {
        string[] codes = [.. typeof(JourneyCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        Assert.Equal(codes, codes.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_OfLifecycleCare_AreRead()
    {
        var settings = JourneySettings.Read(ShippedJourney.LifecycleCare().Definition);

        Assert.Equal(("order.paid", Runtime.Definitions.Reentry.WhenFinished), (settings.GoalEvent, settings.Reentry));
    }

    [Fact]
    public void Outline_OfLifecycleCare_NamesWhatItUses()
    {
        var outline = JourneyOutline.Of(ShippedJourney.LifecycleCare().Definition);

        Assert.Equal("lifecycle-tiers", Assert.Single(outline.RuleSets));
        Assert.Equal("webhook", Assert.Single(outline.Channels));
        Assert.Equal("first repeat loyal win-back", string.Join(' ', outline.Templates));
    }

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(string json, params string[] channels)
    {
        var check = new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels);
        return await check.CheckAsync(ShippedJourney.Compile(json), CancellationToken.None);
    }
}
