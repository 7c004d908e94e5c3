using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Groups;
using Workflows.Marketing.Channels.WeCom.Statistics;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Takes the figures of finished days over: of a member the first time what one question may ask for, later the last days again.</summary>
internal sealed class StatisticFold(SyncCalls calls, IStatisticStore store, int tenant)
{
    private const int FirstDays = 30;

    // WeCom counts the last days anew for a while.
    private const int LaterDays = 7;

    // WeCom's days are China's, whatever the workspace's are.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Asks about one member of staff.</summary>
    public async Task<SyncCounts> FoldAsync(string staff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = DateOnly.FromDateTime(now.ToOffset(China).DateTime).AddDays(-1);
        var from = await FromAsync(staff, until, cancellationToken);
        var served = await ServedAsync(staff, from, until, cancellationToken);
        var owned = await OwnedAsync(staff, from, until, cancellationToken);
        await store.SaveAsync(tenant, served, cancellationToken);
        await store.SaveAsync(tenant, owned, cancellationToken);
        return new SyncCounts { Days = served.Length + owned.Length };
    }

    private async Task<DateOnly> FromAsync(string staff, DateOnly until, CancellationToken cancellationToken)
    {
        var question = new DayQuestion(until.AddDays(1 - FirstDays), until) { Staff = staff, Count = 1 };
        var known = await store.ListStaffAsync(tenant, question, cancellationToken);
        return until.AddDays(1 - (known.Count > 0 ? LaterDays : FirstDays));
    }

    private async Task<StaffDay[]> ServedAsync(
        string staff,
        DateOnly from,
        DateOnly until,
        CancellationToken cancellationToken
    )
    {
        var question = new CustomerCalls.BehaviorQuestion(Seconds(from), Seconds(until)) { Userid = [staff] };
        var answer = await calls.AskIfAllowedAsync(
            client => client.Customers.GetBehaviorAsync(question, cancellationToken),
            cancellationToken
        );
        return
        [
            .. from day in answer?.BehaviorData ?? []
            select new StaffDay(staff, Day(day.StatTime))
            {
                Chats = day.ChatCnt,
                Messages = day.MessageCnt,
                RepliedPercent = (decimal?)day.ReplyPercentage,
                MinutesToReply = day.AvgReplyTime,
                NegativeFeedbacks = day.NegativeFeedbackCnt,
                Applications = day.NewApplyCnt,
                NewContacts = day.NewContactCnt,
            },
        ];
    }

    private async Task<GroupDay[]> OwnedAsync(
        string owner,
        DateOnly from,
        DateOnly until,
        CancellationToken cancellationToken
    )
    {
        var question = new GroupCalls.StatisticQuestion(Seconds(from), new OwnerFilter([owner]))
        {
            DayEndTime = Seconds(until),
        };
        var answer = await calls.AskIfAllowedAsync(
            client => client.Groups.GetDailyStatisticAsync(question, cancellationToken),
            cancellationToken
        );
        return
        [
            .. from day in answer?.Items ?? []
            where day.Data.ChatTotal > 0 || day.Data.NewChatCnt > 0
            select new GroupDay(owner, Day(day.StatTime))
            {
                NewGroups = day.Data.NewChatCnt,
                Groups = day.Data.ChatTotal,
                GroupsWithMessages = day.Data.ChatHasMsg,
                NewMembers = day.Data.NewMemberCnt,
                Members = day.Data.MemberTotal,
                MembersWithMessages = day.Data.MemberHasMsg,
                Messages = day.Data.MsgTotal,
            },
        ];
    }

    private static long Seconds(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), China).ToUnixTimeSeconds();

    private static DateOnly Day(long seconds) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(China).DateTime);
}
