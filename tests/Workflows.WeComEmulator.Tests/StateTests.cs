using System.Net.Http.Json;
using System.Text.Json;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Customers;

namespace Workflows.WeComEmulator.Tests;

/// <summary>A company that is kept in a file: after a restart everything is as it was.</summary>
public sealed class StateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-emulator-").FullName;

    private EmulatorOptions Options => new() { State = Path.Combine(_folder, "company.state") };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Restart_PhonesContactsLedgerAndIds_AreAsTheyWere()
    {
        string before,
            customer,
            tag;
        var token = "";
        await using (var emulator = await RunningEmulator.StartAsync(Options))
        {
            customer = await emulator.Client.AddCustomerAsync(new NewCustomer("小林"));
            await emulator.Client.ActAsync(customer, "add", new CustomerAct(Member: "wang.min", State: "store-1"));
            await emulator.Client.ActAsync(customer, "reply", new CustomerAct(Member: "wang.min", Text: "你好"));
            using var platform = new Api(emulator);
            token = await platform.TokenAsync();
            tag = await AddTagAsync(platform, "燕麦奶咖");
            await platform.PostAsync("externalcontact/mark_tag", new { nobody = true });
            await MassAsync(platform, customer);
            var task = Assert.Single(await emulator.Client.TasksAsync("wang.min"), task => task.State is "pending");
            await emulator.Client.ConfirmAsync("wang.min", task.TaskId);
            before = await PictureAsync(emulator, customer);
        }

        await using var again = await RunningEmulator.StartAsync(Options);

        Assert.Equal(before, await PictureAsync(again, customer));
        using var later = new Api(again);
        Assert.Equal(token, await later.TokenAsync());
        Assert.NotEqual(tag, await AddTagAsync(later, "另一个"));
    }

    [Fact]
    public async Task Restart_AfterHalfALine_KeepsWhatWasDone()
    {
        await using (var emulator = await RunningEmulator.StartAsync(Options))
        {
            await emulator.Client.AddCustomerAsync(new NewCustomer("小林", ExternalUserId: "wmLin"));
        }

        await File.AppendAllTextAsync(Options.State!, "{\"At\":\"2026");
        await using (var emulator = await RunningEmulator.StartAsync(Options))
        {
            await emulator.Client.AddCustomerAsync(new NewCustomer("小周", ExternalUserId: "wmZhou"));
        }

        await using var last = await RunningEmulator.StartAsync(Options);
        using var client = new HttpClient { BaseAddress = last.Address };
        foreach (var id in (string[])["wmLin", "wmZhou"])
        {
            using var phone = await client.GetAsync($"/_emu/phones/customers/{id}");
            Assert.True(phone.IsSuccessStatusCode, id);
        }
    }

    [Fact]
    public async Task Start_WithTheStateOfAnotherCompany_IsRefused()
    {
        await using (await RunningEmulator.StartAsync(Options)) { }

        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunningEmulator.StartAsync(Options with { Dice = 7 })
        );

        Assert.Contains("not the state of this company", mistake.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AddTagAsync(Api platform, string name)
    {
        var answer = await platform.PostAsync(
            "externalcontact/add_corp_tag",
            new { group_name = "新组", tag = new[] { new { name } } }
        );
        return answer.GetProperty("tag_group").GetProperty("tag")[0].GetProperty("id").GetString()!;
    }

    private static Task<JsonElement> MassAsync(Api platform, string customer) =>
        platform.PostAsync(
            "externalcontact/add_msg_template",
            new
            {
                chat_type = "single",
                external_userid = new[] { customer },
                sender = "wang.min",
                text = new { content = "周末见" },
            }
        );

    // What a customer's phone shows, who got what, what counts against quotas, what was called.
    private static async Task<string> PictureAsync(RunningEmulator emulator, string customer)
    {
        using var client = new HttpClient { BaseAddress = emulator.Address };
        var phone = await client.GetFromJsonAsync<JsonElement>($"/_emu/phones/customers/{customer}");
        var ledger = await emulator.Client.LedgerAsync();
        var calls = await emulator.Client.CallsAsync();
        var violations = await emulator.Client.ViolationsAsync();
        var log = await emulator.Client.LogAsync(to: customer);
        return JsonSerializer.Serialize(
            new
            {
                chats = phone.GetProperty("chats"),
                ledger = ledger.OrderBy(pair => pair.Key, StringComparer.Ordinal),
                calls = calls.OrderBy(pair => pair.Key, StringComparer.Ordinal),
                violations = violations.Select(one => one.Detail),
                log = log.Select(one => (one.Text, one.From, one.Carrier)).Select(one => one.ToString()),
            }
        );
    }
}
