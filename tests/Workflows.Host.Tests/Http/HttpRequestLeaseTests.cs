using Microsoft.Extensions.Time.Testing;
using Workflows.Host.Composition;
using Workflows.Host.Http;
using Workflows.Host.Http.Activities;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Tests.Http;

public sealed class HttpRequestLeaseTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly LocalWorkflowRunner _runner;

    public HttpRequestLeaseTests() => _runner = new LocalWorkflowRunner(RuntimeRoom.CreateCompiler(), _time);

    [Fact]
    public async Task Resume_NobodyReported_SendsAgainWithTheSameKeyAndThenFails()
    {
        var first = await _runner.RunAsync(Request());
        var second = await _runner.RunAsync(first.Workflow, first.WorkflowState);
        var third = await _runner.RunAsync(second.Workflow, second.WorkflowState);
        var last = await _runner.RunAsync(third.Workflow, third.WorkflowState);

        var calls = new[] { first, second, third }.Select(run =>
            Assert.IsType<HttpCall>(Assert.Single(run.Burst.Effects))
        );
        Assert.Single(calls.Select(call => call.Key).Distinct(StringComparer.Ordinal));
        Assert.Empty(last.Burst.Effects);
        Assert.Equal("HttpTimeout", Assert.Single(last.WorkflowState.Incidents).Code);
    }

    [Fact]
    public async Task Resume_Answer_CompletesAndDropsTheLease()
    {
        var waiting = await _runner.RunAsync(Request());
        Assert.Equal(
            _time.GetUtcNow() + (2 * HttpCaller.Patience),
            Assert.Single(waiting.WorkflowState.Bookmarks).DueAt
        );

        var answer = new HttpAnswer(200, "{}", "application/json", new Dictionary<string, object?>(), null, null);
        var done = await _runner.RunAsync(
            waiting.Workflow,
            waiting.WorkflowState,
            new RunWorkflowOptions { StimulusPayload = answer.ToPayload() }
        );

        Assert.Equal(WorkflowSubStatus.Finished, done.WorkflowState.SubStatus);
        Assert.Empty(done.WorkflowState.Bookmarks);
    }

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    public async Task Run_OtherAddress_IsAnIncident(string address)
    {
        var run = await _runner.RunAsync(
            new SendHttpRequest { Url = new Input<Uri>(new Uri(address, UriKind.RelativeOrAbsolute)) }
        );

        Assert.Empty(run.Burst.Effects);
        Assert.Equal("BadAddress", Assert.Single(run.WorkflowState.Incidents).Code);
    }

    private static SendHttpRequest Request() =>
        new() { Id = "ask", Url = new Input<Uri>(new Uri("http://127.0.0.1:1/")) };
}
