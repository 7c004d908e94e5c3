namespace Workflows.WeComEmulator.Tests;

/// <summary>The emulator speaks in the platform's own field names, letter by letter.</summary>
public sealed class SampleTests : EmulatorTests
{
    /// <summary>Fields that a sample shows and that an answer may lack when there is nothing to say.</summary>
    private static readonly HashSet<string> Optional =
    [
        "next_cursor",
        "image",
        "video",
        "link",
        "miniprogram",
        "file",
        "priority_option",
    ];

    public static TheoryData<string> WithAnswer { get; } =
    [.. Samples.Paths.Where(path => Samples.Answer(path) is not null)];

    public static TheoryData<string> WithRequest { get; } =
    [.. Samples.Paths.Where(path => Samples.Request(path) is not null)];

    [Theory]
    [MemberData(nameof(WithAnswer))]
    public async Task Answer_OfEveryAddress_HasTheSamplesFields(string path)
    {
        var answer = await new SampleCalls(Platform, People).AnswerAsync(path);

        Ok(answer);
        var sample = Samples.Answer(path)!.Value;
        Assert.Empty(Shape.Strange(sample, answer));
        Assert.DoesNotContain(Shape.Missing(sample, answer), field => !Optional.Contains(field));
        await NobodyBrokeTheContractAsync();
    }

    [Theory]
    [MemberData(nameof(WithRequest))]
    public async Task Request_OfEveryAddress_IsReadAsTheSampleWritesIt(string path)
    {
        var sample = Samples.Request(path)!.Value;
        if (path is "externalcontact/get_moment_task_result")
        {
            await Platform.GetAsync(path, $"jobid={sample.GetProperty("jobid").GetString()}");
        }
        else
        {
            await Platform.PostTextAsync(path, sample.ToString());
        }

        Assert.DoesNotContain(
            await People.ViolationsAsync(),
            violation =>
                violation.Kind is "json" or "address" or "verb"
                || violation.Detail.Contains("must be a ", StringComparison.Ordinal)
                || violation.Detail.Contains("must hold", StringComparison.Ordinal)
        );
    }
}
