using System.Text.Json;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.Tests;

/// <summary>An emulator of a small company whose clock stands until it is moved.</summary>
public abstract class EmulatorTests : IAsyncLifetime
{
    private protected const string Owner = "wang";
    private protected const string Colleague = "li";
    private protected const string Friend = "wmFriend";
    private protected const string SecondFriend = "wmSecondFriend";
    private protected const string Stranger = "wmStranger";
    private protected const string GroupId = "wrGroup";
    private protected const string SmallGroupId = "wrSmall";
    private protected static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));

    private protected RunningEmulator Emulator { get; private set; } = null!;

    private protected EmulatorClient People => Emulator.Client;

    private protected Api Platform { get; private set; } = null!;

    private protected static CorpSeed Company { get; } =
        new()
        {
            Apps =
            [
                new SeedApp(1000002, "journeys", "secret"),
                new SeedApp(1000003, "narrow", "narrow-secret", [Colleague]),
            ],
            Members =
            [
                new SeedMember(Owner, "王敏", "人民广场店"),
                new SeedMember(Colleague, "李薇", "徐家汇店", 2),
                new SeedMember("new", "新人") { Activated = false },
                new SeedMember("anonymous", "未实名") { RealNamed = false },
                new SeedMember("full", "满员") { CustomerCap = 0 },
            ],
            Tags = [new SeedTagGroup("口味", ["拿铁", "美式"])],
            Customers =
            [
                new SeedCustomer(Friend, "林小满")
                {
                    Mobile = "13800000001",
                    UnionId = "ozFriend",
                    Follows = [new SeedRelation(Owner) { Tags = ["拿铁"] }],
                },
                new SeedCustomer(SecondFriend, "许知远") { Follows = [new SeedRelation(Owner)] },
                new SeedCustomer(Stranger, "何婉清"),
            ],
            Groups =
            [
                new SeedGroup(GroupId, "咖啡福利群", Owner, [Friend]),
                new SeedGroup(SmallGroupId, "小群", Owner, [SecondFriend], Capacity: 2),
            ],
            ContactWays =
            [
                new SeedContactWay("store", "门店码", "store-1", [Owner]),
                new SeedContactWay("asks", "需验证", "store-2", [Owner], SkipVerify: false),
            ],
            JoinWays = [new SeedJoinWay("join", "入群码", "join-1", [SmallGroupId], "小群")],
        };

    public async Task InitializeAsync()
    {
        Emulator = await RunningEmulator.StartAsync(new EmulatorOptions { Seed = Company, Now = Start });
        Platform = new Api(Emulator);
    }

    public async Task DisposeAsync()
    {
        Platform.Dispose();
        await Emulator.DisposeAsync();
    }

    private protected static void Ok(JsonElement answer) => Assert.True(Api.Code(answer) == 0, answer.ToString());

    private protected static void Refused(int code, JsonElement answer) =>
        Assert.True(Api.Code(answer) == code, answer.ToString());

    private protected async Task NobodyBrokeTheContractAsync() => Assert.Empty(await People.ViolationsAsync());

    private protected async Task BrokeAsync(string kind) =>
        Assert.Equal([kind], (await People.ViolationsAsync()).Select(violation => violation.Kind));

    /// <summary>A mass message of a member to two customers.</summary>
    private protected async Task<string> MassMessageAsync(string text = "新品上市")
    {
        var answer = await Platform.PostAsync(
            "externalcontact/add_msg_template",
            new
            {
                chat_type = "single",
                external_userid = new[] { Friend, SecondFriend },
                sender = Owner,
                text = new { content = text },
            }
        );
        Ok(answer);
        return answer.GetProperty("msgid").GetString()!;
    }

    private protected async Task ConfirmAsync(string msgId)
    {
        var task = (await People.TasksAsync(Owner)).Single(task =>
            string.Equals(task.Reference, msgId, StringComparison.Ordinal)
        );
        await People.ConfirmAsync(Owner, task.TaskId);
    }

    /// <summary>What became of a mass message, recipient by recipient: 0 unsent, 1 sent, 2 no friend, 3 quota.</summary>
    private protected async Task<string> StatusesAsync(string msgId)
    {
        var answer = await Platform.PostAsync(
            "externalcontact/get_groupmsg_send_result",
            new { msgid = msgId, userid = Owner }
        );
        return string.Join(
            ' ',
            answer.GetProperty("send_list").EnumerateArray().Select(result => result.GetProperty("status"))
        );
    }
}
