namespace Workflows.Host.Tests.Commands;

/// <summary><c>wecom …</c> in a workspace that is not connected; what WeCom does is told by the tests with an emulated company.</summary>
public sealed class WeComCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-wecom-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory]
    [InlineData("wecom ways put store-1 --staff wang.min")]
    [InlineData("wecom ways remove store-1")]
    [InlineData("wecom tags list")]
    [InlineData("wecom tags add 口味 美式")]
    [InlineData("wecom group-welcomes remove a")]
    [InlineData("wecom sync")]
    public async Task Command_WithoutWeCom_SaysWhatIsMissing(string command) =>
        (await RunAsync(command)).IsBadInput("Channels:WeCom:CorpId");

    [Theory]
    [InlineData("wecom ways qr nothing --output nothing.png", "There is no way 'nothing'")]
    [InlineData("wecom group-welcomes put a nowhere.json", "nowhere.json")]
    [InlineData("wecom statistics staff --from soon", "'soon' is no day")]
    public async Task Command_WrongInput_IsOneLine(string command, string expected) =>
        (await RunAsync(command)).IsBadInput(expected);

    [Theory]
    [InlineData("wecom ways list --json")]
    [InlineData("wecom group-welcomes list")]
    [InlineData("wecom statistics staff")]
    [InlineData("wecom statistics groups --until 2026-06-01")]
    public async Task Lists_OfAnEmptyWorkspace_AreEmpty(string command) =>
        Assert.Equal(0, (await RunAsync(command)).Json().GetArrayLength());

    private Task<Shell.Answer> RunAsync(string command) => Shell.RunAsync([.. command.Split(' '), "--data", _data]);
}
