using Workflows.WeComEmulator.Quotas;

namespace Workflows.WeComEmulator.Tests;

public sealed class MomentTests : EmulatorTests
{
    [Fact]
    public async Task Moment_UntilPublished_IsSeenByNobody()
    {
        await PostAsync("今日特调");
        Assert.Empty(await People.LogAsync());

        await PublishAsync();

        Assert.Equal(
            ("moments", Owner, "今日特调"),
            Assert.Single(await People.LogAsync(Friend)) is var seen ? (seen.Carrier, seen.From, seen.Text) : default
        );
        Assert.Empty(await People.LogAsync(Stranger));
    }

    [Fact]
    public async Task Moment_BeyondTheViewersDay_IsNotSeen()
    {
        await People.SetQuotasAsync(new QuotaSettings { MomentsPerDay = 1 });
        await PostAsync("第一条");
        await PublishAsync();
        await PostAsync("第二条");
        await PublishAsync();

        Assert.Equal("第一条", Assert.Single(await People.LogAsync(Friend)).Text);
    }

    [Fact]
    public async Task Moment_Job_RunsForTwoSecondsAndIsForgottenAfterADay()
    {
        var job = await PostAsync("今日特调");
        Assert.Equal(1, await StatusAsync(job));
        await People.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await StatusAsync(job));
        await People.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(3, await StatusAsync(job));

        await People.AdvanceAsync(TimeSpan.FromHours(24));
        Platform.ForgetToken();
        Refused(40058, await Platform.GetAsync("externalcontact/get_moment_task_result", $"jobid={job}"));
    }

    private async Task<string> PostAsync(string text)
    {
        var answer = await Platform.PostAsync(
            "externalcontact/add_moment_task",
            new
            {
                text = new { content = text },
                visible_range = new { sender_list = new { user_list = new[] { Owner } } },
            }
        );
        Ok(answer);
        return answer.GetProperty("jobid").GetString()!;
    }

    private async Task PublishAsync()
    {
        var task = (await People.TasksAsync(Owner)).Single(task => task.State is "pending");
        await People.ConfirmAsync(Owner, task.TaskId);
    }

    private async Task<int> StatusAsync(string job) =>
        (await Platform.GetAsync("externalcontact/get_moment_task_result", $"jobid={job}"))
            .GetProperty("status")
            .GetInt32();
}
