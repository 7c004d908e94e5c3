using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Marketing.Tests.Channels.WeCom.Welcome;

public sealed class GatheringTests
{
    private readonly List<int> _batches = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Ask_WhileItIsBusy_IsDoneInOneBatchBehind()
    {
        var gathering = new Gathering<int, int>(ActAsync);

        var answers = Enumerable.Range(0, 6).Select(gathering.AskAsync).ToArray();
        _first.SetResult();

        var done = await Task.WhenAll(answers);
        Assert.Equal([0, 10, 20, 30, 40, 50], done);
        Assert.Equal([1, 5], _batches);
    }

    [Fact]
    public async Task Ask_OneThatFails_FailsAlone()
    {
        _first.SetResult();
        var held = new TaskCompletionSource();
        var gathering = new Gathering<int, int>(async wishes =>
        {
            await held.Task;
            return wishes.Contains(2) ? throw new InvalidDataException("2") : await ActAsync(wishes);
        });

        var answers = Enumerable.Range(0, 5).Select(gathering.AskAsync).ToArray();
        held.SetResult();

        await Assert.ThrowsAsync<InvalidDataException>(() => answers[2]);
        var done = await Task.WhenAll(answers.Where((_, index) => index != 2));
        Assert.Equal([0, 10, 30, 40], done);
    }

    [Fact]
    public async Task Ask_AfterARest_BeginsAtOnce()
    {
        _first.SetResult();
        var gathering = new Gathering<int, int>(ActAsync);

        Assert.Equal(70, await gathering.AskAsync(7));
        Assert.Equal(80, await gathering.AskAsync(8));
        Assert.Equal([1, 1], _batches);
    }

    private async Task<IReadOnlyList<int>> ActAsync(IReadOnlyList<int> wishes)
    {
        lock (_batches)
        {
            _batches.Add(wishes.Count);
        }

        await _first.Task;
        return [.. wishes.Select(wish => wish * 10)];
    }
}
