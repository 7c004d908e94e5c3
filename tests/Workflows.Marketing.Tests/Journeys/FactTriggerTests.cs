using System.Reflection;
using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Entries;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Tests.Journeys;

public sealed class FactTriggerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"states":["store-17"]}""", """{"staff":"li","state":"store-17"}""", true)]
    [InlineData("""{"states":["store-17"]}""", """{"staff":"li","state":"store-18"}""", false)]
    [InlineData("""{"states":["store-*","web"]}""", """{"staff":"li","state":"store-18"}""", true)]
    [InlineData("""{"states":["store-*","web"]}""", """{"staff":"li","state":"stor"}""", false)]
    [InlineData("""{"states":["store-*"]}""", """{"staff":"li"}""", false)]
    [InlineData("""{"states":[]}""", """{"staff":"li"}""", true)]
    [InlineData("""{"states":[" "],"staff":["wang","li"]}""", """{"staff":"li","state":"x"}""", true)]
    [InlineData("""{"staff":["wang"]}""", """{"staff":"li","state":"x"}""", false)]
    [InlineData("{}", null, true)]
    public void QrScanned_Event_StartsWhereItFits(string inputs, string? data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.QrScanned", inputs, "wecom.friend_added", data));

    [Theory]
    [InlineData("""{"groups":["wrA"]}""", """{"group":"wrA"}""", true)]
    [InlineData("""{"groups":["wrA"]}""", """{"group":"wrB"}""", false)]
    [InlineData("{}", """{"group":"wrB"}""", true)]
    public void GroupJoined_Event_StartsWhereItFits(string inputs, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.GroupJoined", inputs, "group.joined", data));

    [Theory]
    [InlineData("{}", """{"from":"","to":"new"}""", true)]
    [InlineData("""{"to":["repeat","loyal"]}""", """{"from":"first","to":"repeat"}""", true)]
    [InlineData("""{"to":["repeat","loyal"]}""", """{"from":"first","to":"silent"}""", false)]
    [InlineData("""{"from":["silent"],"to":["repeat"]}""", """{"from":"first","to":"repeat"}""", false)]
    public void TierChanged_Event_StartsWhereItFits(string inputs, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.TierChanged", inputs, "contact.tier-changed", data));

    [Theory]
    [InlineData("wecom.friend_added", "{}", "state", "i.spring.AY8AAAAAcACAAAAAAAAAAQ", true)]
    [InlineData("group.joined", "{}", "state", "i.spring.AY8AAAAAcACAAAAAAAAAAQ", true)]
    [InlineData("contact.joined", "{}", "invite", "i.spring.AY8AAAAAcACAAAAAAAAAAQ", true)]
    [InlineData("oa.followed", "{}", "scene", "i.spring.AY8AAAAAcACAAAAAAAAAAQ", true)]
    [InlineData("wecom.friend_added", """{"campaigns":["spr*"]}""", "state", "i.spring.AY8AAAAAcACAAAAAAAAAAQ", true)]
    [InlineData(
        "wecom.friend_added",
        """{"campaigns":["autumn"]}""",
        "state",
        "i.spring.AY8AAAAAcACAAAAAAAAAAQ",
        false
    )]
    [InlineData("wecom.friend_added", "{}", "state", "store-17", false)]
    public void FissionInvited_Arrival_StartsWhereItCarriesAnInvitation(
        string type,
        string inputs,
        string place,
        string said,
        bool starts
    ) => Assert.Equal(starts, Starts("Marketing.FissionInvited", inputs, type, $$"""{"{{place}}":"{{said}}"}"""));

    [Theory]
    [InlineData("{}", """{"staff":"li"}""", true)]
    [InlineData("""{"staff":["wang"]}""", """{"staff":"li"}""", false)]
    public void CustomerDeletedUs_Event_StartsWhereItFits(string inputs, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.CustomerDeletedUs", inputs, "wecom.friend_lost", data));

    [Theory]
    [InlineData("{}", """{"staff":"li","transferred":"false"}""", true)]
    [InlineData("{}", """{"staff":"li","transferred":"true"}""", false)]
    public void WeDeletedCustomer_Transfer_IsNoDeletion(string inputs, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.WeDeletedCustomer", inputs, "wecom.friend_removed", data));

    [Theory]
    [InlineData("{}", """{"staff":"li"}""", true)]
    [InlineData("""{"staff":["wang"]}""", """{"staff":"li"}""", false)]
    public void CustomerUnassigned_Event_StartsWhereItFits(string inputs, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.CustomerUnassigned", inputs, "wecom.unassigned", data));

    [Theory]
    [InlineData("{}", """{"platform":"search","campaign":"x"}""", true)]
    [InlineData("""{"platforms":["bytedance"]}""", """{"platform":"search"}""", false)]
    [InlineData(
        """{"platforms":["bytedance"],"campaigns":["spring-*"]}""",
        """{"platform":"bytedance","campaign":"spring-1"}""",
        true
    )]
    public void AdLead_Event_StartsWhereItFits(string inputs, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.AdLead", inputs, "lead.ad", data));

    /// <summary>Where people may come from: offered by the block, and told apart from the others.</summary>
    [Theory]
    [InlineData(typeof(AdLead), nameof(AdLead.Platforms), "ecommerce", "lead.ad")]
    [InlineData(typeof(AdLead), nameof(AdLead.Platforms), "bytedance", "lead.ad")]
    [InlineData(typeof(AdLead), nameof(AdLead.Platforms), "search", "lead.ad")]
    [InlineData(typeof(MediaLead), nameof(MediaLead.Media), "short-video", "lead.media")]
    [InlineData(typeof(MediaLead), nameof(MediaLead.Media), "article", "lead.media")]
    [InlineData(typeof(MediaLead), nameof(MediaLead.Media), "industry-platform", "lead.media")]
    [InlineData(typeof(MediaLead), nameof(MediaLead.Media), "shop-platform", "lead.media")]
    public void Lead_OfAKindOfSource_IsOfferedAndStartsWhereItIsChosen(
        Type block,
        string input,
        string kind,
        string type
    )
    {
        var offered = Assert.IsType<string[]>(block.GetProperty(input)!.GetCustomAttribute<InputAttribute>()!.Options);
        var name = JsonNamingPolicy.CamelCase.ConvertName(input);
        var data = $$"""{"platform":"{{kind}}"}""";

        Assert.Equal(
            [kind],
            offered.Where(chosen => Starts($"Marketing.{block.Name}", $$"""{"{{name}}":["{{chosen}}"]}""", type, data))
        );
    }

    [Theory]
    [InlineData("""{"media":["short-video"]}""", """{"platform":"short-video"}""", true)]
    [InlineData("""{"media":["short-video"]}""", """{"platform":"live"}""", false)]
    public void MediaLead_Event_StartsWhereItFits(string inputs, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.MediaLead", inputs, "lead.media", data));

    [Theory]
    [InlineData("{}", "wecom.friend_added", """{"state":"package-7"}""", true)]
    [InlineData("{}", "wecom.friend_added", """{"state":"store-7"}""", false)]
    [InlineData("{}", "group.joined", """{"group":"wrA"}""", false)]
    [InlineData("""{"groups":["wrA"]}""", "group.joined", """{"group":"wrA"}""", true)]
    [InlineData("""{"groups":["wrA"]}""", "group.joined", """{"group":"wrB"}""", false)]
    public void PackageCardScanned_Event_StartsWhereItFits(string inputs, string type, string data, bool starts) =>
        Assert.Equal(starts, Starts("Marketing.PackageCardScanned", inputs, type, data));

    [Fact]
    public void QrScanned_AnotherEvent_DoesNotStart() =>
        Assert.False(Starts("Marketing.QrScanned", "{}", "wecom.friend_half_added", null));

    private static bool Starts(string block, string inputs, string type, string? data)
    {
        var told = new ContactEvent(
            "wecom",
            "1",
            type,
            Now,
            [new ContactIdentity(IdentityKind.ExternalUserId, "woA")],
            data
        );
        var triggers = new TriggerIndex();
        triggers.Replace(Graph(block, inputs));
        var stimulus = ContactStimulus.For(told);
        return triggers.Find(stimulus.Hash).Any(entry => entry.Admits(stimulus));
    }

    private static WorkflowGraph Graph(string block, string inputs)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, string[]>>(inputs)!;
        var members = string.Concat(given.Select(input => $",\"{input.Key}\":{Input(input.Value)}"));
        return ShippedJourney.Compile(
            $$"""
            {"definitionId":"test","root":{"id":"flow","type":"Elsa.Flowchart","version":1,"connections":[],"activities":[
                {"id":"start","type":"{{block}}","version":1,"customProperties":{"canStartWorkflow":true}{{members}} }] } }
            """
        );
    }

    private static string Input(string[] values) =>
        JsonSerializer.Serialize(
            new
            {
                typeName = "String[]",
                expression = new { type = "Object", value = JsonSerializer.Serialize(values) },
            }
        );
}
