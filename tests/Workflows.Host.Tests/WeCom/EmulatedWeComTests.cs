using System.Net;
using System.Text;
using System.Text.Json;
using Workflows.Host.Tests.Api;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Customers;

namespace Workflows.Host.Tests.WeCom;

/// <summary>What customers do on their phones, and what the host makes of it.</summary>
public sealed class EmulatedWeComTests(EmulatedHost host) : IClassFixture<EmulatedHost>
{
    [Fact]
    public async Task Customer_AddsStaff_IsGreetedByThePlanAndBecomesAContact()
    {
        await PublishAsync(
            """{"rules":[{"name":"people-square","states":["store-1*"],"text":"欢迎来到人民广场店"}]}"""
        );
        var customer = await host.People.AddCustomerAsync(new NewCustomer("小林"));

        await host.People.ActAsync(customer, "add", new CustomerAct(Member: "wang.min", State: "store-17"));

        await Eventually.TrueAsync(async () => (await host.People.LogAsync(to: customer)).Count > 0);
        var said = Assert.Single(await host.People.LogAsync(to: customer));
        Assert.Equal(("欢迎来到人民广场店", "wang.min"), (said.Text, said.From));
        await Eventually.TrueAsync(async () => await OutcomeAsync("people-square") is "Sent");
        await Eventually.TrueAsync(async () => (await host.EventsAsync(customer)).Contains("wecom.friend_added"));
        Assert.Empty(await host.People.ViolationsAsync());
    }

    [Fact]
    public async Task Customer_DeletesStaff_IsARelationLost()
    {
        var customer = await host.People.AddCustomerAsync(new NewCustomer("小周"));
        await host.People.ActAsync(customer, "add", new CustomerAct(Member: "li.wei"));

        await host.People.ActAsync(customer, "delete", new CustomerAct(Member: "li.wei"));

        await Eventually.TrueAsync(async () => (await host.EventsAsync(customer)).Contains("relation.lost"));
        Assert.Contains("wecom.friend_lost", await host.EventsAsync(customer));
    }

    [Fact]
    public async Task Customers_UnderAllChaos_AreEachHeardOnce()
    {
        await host.People.SetChaosAsync(ChaosKnobs.All with { Drop = 0 });
        string[] customers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => host.People.AddCustomerAsync(new NewCustomer($"客户{n}")))
        );

        await Task.WhenAll(
            customers.Select(customer => host.People.ActAsync(customer, "add", new CustomerAct(Member: "wu.hao")))
        );
        await host.People.SetChaosAsync(ChaosKnobs.None);
        // Delays and repeats come due by the emulator's clock, which runs with ours.
        await host.People.CallbacksIdleAsync(TimeSpan.FromSeconds(60));

        foreach (var customer in customers)
        {
            await Eventually.TrueAsync(async () => (await host.EventsAsync(customer)).Length > 0);
            var heard = await host.EventsAsync(customer);
            // Names are looked up beside the callbacks, and may be told by now.
            Assert.Equal(["wecom.friend_added"], heard.Where(type => type is not "wecom.profile_changed"));
        }
    }

    [Fact]
    public async Task Welcome_PlanWithMistakes_IsRefusedWithTheirPlaces()
    {
        using var response = await PutAsync("""{"rules":[{"name":"a"}]}""");

        var problem = await RunningHost.ProblemAsync(response, 422);
        Assert.Equal("$.rules[0]", problem.GetProperty("diagnostics")[0].GetProperty("path").GetString());
    }

    private async Task PublishAsync(string plan)
    {
        using var response = await PutAsync(plan);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<HttpResponseMessage> PutAsync(string plan) =>
        host.Client.PutAsync("/api/wecom/welcome", new StringContent(plan, Encoding.UTF8, "application/json"));

    private async Task<string?> OutcomeAsync(string template)
    {
        var page = JsonSerializer.Deserialize<JsonElement>(await host.Client.GetStringAsync("/api/messages"));
        return page.GetProperty("items")
            .EnumerateArray()
            .Where(item => item.GetProperty("template").ValueEquals(template))
            .Select(item => item.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null)
            .FirstOrDefault();
    }
}
