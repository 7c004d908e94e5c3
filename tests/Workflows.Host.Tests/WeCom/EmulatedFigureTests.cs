using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Faults;

namespace Workflows.Host.Tests.WeCom;

/// <summary>What the comparison with WeCom takes over beside differences: figures of days, reactions to Moments.</summary>
public sealed class EmulatedFigureTests(OldCompanyHost host) : IClassFixture<OldCompanyHost>
{
    private const string Member = "wang.min";

    [Fact]
    public async Task Sync_FiguresOfDays_AreTakenOverOnceAndCanBeAsked()
    {
        await CompareAsync();
        await CompareAsync();

        var days = await ListAsync($"/api/wecom/statistics/staff?staff={Member}");
        Assert.Equal(30, days.Length);
        Assert.Equal(30, days.Select(day => day.GetProperty("day").GetString()).Distinct().Count());
        Assert.All(days, day => Assert.Equal(Member, day.GetProperty("staff").GetString()));
        var first = await host.Client.GetFromJsonAsync<JsonElement>($"/api/wecom/statistics/staff?limit=1");
        var second = await ListAsync(
            $"/api/wecom/statistics/staff?limit=1&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}"
        );
        Assert.NotEqual(first.GetProperty("items")[0].ToString(), Assert.Single(second).ToString());
        var owner = host.Seed.Groups[0].Owner;
        var groups = await ListAsync($"/api/wecom/statistics/groups?staff={owner}");
        Assert.All(groups, day => Assert.True(day.GetProperty("groups").GetInt32() > 0));
        Assert.NotEmpty(groups);
    }

    [Fact]
    public async Task Sync_ReactionsToMoments_AreEventsOfTheirCustomersOnce()
    {
        var customer = await host.People.AddCustomerAsync(new NewCustomer("小林"));
        await host.People.ActAsync(customer, "add", new CustomerAct(Member: Member));
        var moment = await PublishAsync("今日特调");
        await host.People.ActAsync(customer, "like", new CustomerAct(MomentId: moment));
        await host.People.ActAsync(customer, "comment", new CustomerAct(MomentId: moment, Text: "想喝"));

        await CompareAsync();
        await CompareAsync();

        var events = await host.EventsAsync(customer);
        Assert.Single(events, type => type is "wecom.moment_liked");
        Assert.Single(events, type => type is "wecom.moment_commented");
    }

    [Fact]
    public async Task Sync_FiguresThatAreNotForUs_StopNothingElse()
    {
        await host.People.AddFaultAsync(new Fault { Path = "get_user_behavior_data", ErrCode = 48002 });

        var run = await CompareAsync();

        await host.People.ClearFaultsAsync();
        Assert.Equal(SyncPhase.Done, run.Phase);
        Assert.True(run.Counts.Friends > 0);
    }

    private async Task<SyncRun> CompareAsync()
    {
        var sync = host.Services.GetRequiredService<WeComSync>();
        SyncRun? run = null;
        await Eventually.TrueAsync(async () => (run = await sync.RunAsync(null, CancellationToken.None)) is not null);
        return run!;
    }

    // As a colleague does in the console: not through the product.
    private async Task<string> PublishAsync(string text)
    {
        using var console = new HttpClient { BaseAddress = new Uri(host.Settings["Channels:WeCom:BaseUrl"]!) };
        var secret = host.Seed.Apps[0].Secret;
        var token = (
            await console.GetFromJsonAsync<JsonElement>($"cgi-bin/gettoken?corpid={host.Seed.Id}&corpsecret={secret}")
        )
            .GetProperty("access_token")
            .GetString();
        using var made = await console.PostAsJsonAsync(
            $"cgi-bin/externalcontact/add_moment_task?access_token={token}",
            new
            {
                text = new { content = text },
                visible_range = new { sender_list = new { user_list = new[] { Member } } },
            }
        );
        made.EnsureSuccessStatusCode();
        var task = Assert.Single(await host.People.TasksAsync(Member), task => task.State is "pending");
        await host.People.ConfirmAsync(Member, task.TaskId);
        using var listed = await console.PostAsJsonAsync(
            $"cgi-bin/externalcontact/get_moment_list?access_token={token}",
            new
            {
                start_time = host.Now.AddDays(-1).ToUnixTimeSeconds(),
                end_time = host.Now.AddHours(1).ToUnixTimeSeconds(),
                filter_type = 2,
            }
        );
        var list = await listed.Content.ReadFromJsonAsync<JsonElement>();
        return list.GetProperty("moment_list")[0].GetProperty("moment_id").GetString()!;
    }

    private async Task<JsonElement[]> ListAsync(string path)
    {
        var page = await host.Client.GetFromJsonAsync<JsonElement>(path);
        return [.. page.GetProperty("items").EnumerateArray()];
    }
}
