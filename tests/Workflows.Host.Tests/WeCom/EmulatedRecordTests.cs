using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Tests.Api;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Contacts;
using Workflows.WeComEmulator.Customers;

namespace Workflows.Host.Tests.WeCom;

/// <summary>What the product changes in WeCom's records: once, and never heard of again.</summary>
public sealed class EmulatedRecordTests(EmulatedHost host) : IClassFixture<EmulatedHost>
{
    private const string Tagging = """
        {"definitionId":"tag-new-friends","root":{"id":"flow","type":"Elsa.Flowchart","version":1,
          "connections":[
            {"source":{"activity":"start","port":"Done"},"target":{"activity":"tag","port":"In"}},
            {"source":{"activity":"tag","port":"Done"},"target":{"activity":"note","port":"In"}}],
          "activities":[
            {"id":"start","type":"Marketing.QrScanned","version":1,"customProperties":{"canStartWorkflow":true},
             "states":{"typeName":"String[]","expression":{"type":"Object","value":"[\"tagged\"]"}}},
            {"id":"tag","type":"Marketing.AddTag","version":1,
             "tag":{"typeName":"String","expression":{"type":"Literal","value":"拿铁"}}},
            {"id":"note","type":"Marketing.NoteCustomer","version":1,
             "remark":{"typeName":"String","expression":{"type":"Literal","value":"爱喝拿铁"}}}]}}
        """;

    private const string Sharing = """
        {"definitionId":"share-new-friends","root":{"id":"flow","type":"Elsa.Flowchart","version":1,
          "connections":[
            {"source":{"activity":"start","port":"Done"},"target":{"activity":"share","port":"In"}},
            {"source":{"activity":"share","port":"Shared"},"target":{"activity":"tag","port":"In"}}],
          "activities":[
            {"id":"start","type":"Marketing.QrScanned","version":1,"customProperties":{"canStartWorkflow":true},
             "states":{"typeName":"String[]","expression":{"type":"Object","value":"[\"shared\"]"}}},
            {"id":"share","type":"Marketing.ShareCustomer","version":1,
             "template":{"typeName":"String","expression":{"type":"Literal","value":"share"}},
             "colleague":{"typeName":"String","expression":{"type":"Literal","value":"wu.hao"}}},
            {"id":"tag","type":"Marketing.AddTag","version":1,
             "tag":{"typeName":"String","expression":{"type":"Literal","value":"共享"}}}]}}
        """;

    [Fact]
    public async Task Journey_TagsAndNotes_AreInWeComAndComeBackAsNoNews()
    {
        using var published = await PostAsync("/api/definitions?publish=true", Tagging);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        var customer = await host.People.AddCustomerAsync(new NewCustomer("小林"));

        await host.People.ActAsync(customer, "add", new CustomerAct(Member: "wang.min", State: "tagged"));

        await Eventually.TrueAsync(async () =>
            (await MessagesAsync()).Count(message => Is(message, "outcome", "Sent")) == 2
        );
        var calls = await host.People.CallsAsync();
        var sync = host.Services.GetRequiredService<WeComSync>();
        await sync.RefreshCustomerAsync(customer, CancellationToken.None);
        var tie = Assert.Single(
            await host
                .Services.GetRequiredService<ITieStore>()
                .FindAsync(1, TieKind.Friend, "wang.min", [customer], CancellationToken.None)
        );
        Assert.NotEqual("", tie.Tags);
        Assert.DoesNotContain("wecom.tag_given", await host.EventsAsync(customer));
        Assert.Contains(calls, call => call.Key.EndsWith("mark_tag", StringComparison.Ordinal) && call.Value == 1);
        Assert.Empty(await host.People.ViolationsAsync());
    }

    [Fact]
    public async Task Sharing_ColleagueIsIntroduced_BothHaveTheCustomer()
    {
        using var published = await PostAsync("/api/definitions?publish=true", Sharing);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        var customer = await host.People.AddCustomerAsync(new NewCustomer("小孙"));
        await host.People.ActAsync(customer, "add", new CustomerAct(Member: "li.wei", State: "shared"));
        await Eventually.TrueAsync(async () => (await TasksAsync("li.wei")).Length == 1);
        var task = (await TasksAsync("li.wei"))[0];
        Assert.Contains("wu.hao", task.GetProperty("text").GetString(), StringComparison.Ordinal);

        await host.People.ActAsync(customer, "add", new CustomerAct(Member: "wu.hao"));

        await Eventually.TrueAsync(async () =>
            (await FindAsync(customer)).Tags.Contains("共享", StringComparer.Ordinal)
        );
        Assert.Equal(
            ["li.wei Exists", "wu.hao Exists"],
            (await FindAsync(customer)).Relations.Select(one => $"{one.StaffId} {one.State}").Order()
        );
    }

    private async Task<ContactState> FindAsync(string customer) =>
        (
            await host
                .Services.GetRequiredService<IContactStore>()
                .FindAsync(1, new ContactIdentity(IdentityKind.ExternalUserId, customer), CancellationToken.None)
        )!;

    private async Task<JsonElement[]> TasksAsync(string staff)
    {
        var page = await host.Client.GetFromJsonAsync<JsonElement>($"/api/staff-tasks?staff={staff}");
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    [Fact]
    public async Task Transfer_Ordered_BeginsOnceAndSaysWhoIsUnknown()
    {
        var customer = await host.People.AddCustomerAsync(new NewCustomer("小周"));
        await host.People.ActAsync(customer, "add", new CustomerAct(Member: "li.wei"));
        await Eventually.TrueAsync(async () => (await host.EventsAsync(customer)).Length > 0);
        var order = JsonSerializer.Serialize(
            new
            {
                from = "li.wei",
                to = new[] { "wu.hao" },
                customers = new[] { customer, "woNobody" },
                text = "以后由吴浩为您服务",
            }
        );

        using var first = await PostAsync("/api/wecom/transfers", order);
        using var second = await PostAsync("/api/wecom/transfers", order);

        var begun = await first.Content.ReadFromJsonAsync<JsonElement>();
        var again = await second.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            (1, "woNobody"),
            (begun.GetProperty("customers").GetInt32(), begun.GetProperty("strangers")[0].GetString())
        );
        Assert.Equal((0, 1), (again.GetProperty("customers").GetInt32(), again.GetProperty("known").GetInt32()));
        await Eventually.TrueAsync(async () =>
            (await MessagesAsync()).Any(message =>
                Is(message, "template", "customer-transfer") && Is(message, "state", "Submitted")
            )
        );
        // A day later the customer is with the other one, and was told.
        await host.People.AdvanceAsync(TimeSpan.FromHours(25));
        var said = Assert.Single(await host.People.LogAsync(to: customer));
        Assert.Equal(("以后由吴浩为您服务", "wu.hao"), (said.Text, said.From));
    }

    [Theory]
    [InlineData("""{"to":["wu.hao"]}""")]
    [InlineData("""{"from":"li.wei","to":[]}""")]
    [InlineData("""{"from":"li.wei","to":["li.wei"]}""")]
    [InlineData("""{"from":"li.wei","to":["wu.hao"],"customers":[""]}""")]
    public async Task Transfer_WrongOrder_IsRefused(string order)
    {
        using var response = await PostAsync("/api/wecom/transfers", order);

        await RunningHost.ProblemAsync(response, 400);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string json) =>
        host.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<JsonElement[]> MessagesAsync()
    {
        var page = await host.Client.GetFromJsonAsync<JsonElement>("/api/messages?carrier=Record");
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    private static bool Is(JsonElement message, string property, string value) =>
        message.TryGetProperty(property, out var found)
        && string.Equals(found.GetString(), value, StringComparison.Ordinal);
}
