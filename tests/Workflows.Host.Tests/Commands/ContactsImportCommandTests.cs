using System.Globalization;

namespace Workflows.Host.Tests.Commands;

/// <summary><c>contacts import</c>: history from files.</summary>
public sealed class ContactsImportCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-import-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Import_FileTwice_IsWrittenOnceAndToldAgain()
    {
        using var file = new TemporaryFile("phone,tags\n138,vip\n139,\n", "customers.csv");

        var first = (await RunAsync(file.Path)).Json();
        var second = (await RunAsync(file.Path)).Json();

        Assert.Equal((2, 2), (first.GetProperty("rows").GetInt32(), first.GetProperty("contacts").GetInt32()));
        Assert.Equal(2, second.GetProperty("contacts").GetInt32());
        Assert.True(first.GetProperty("peakMiB").GetInt64() > 0);
    }

    [Theory]
    [InlineData("en", "imported before, nothing new; then 2 good rows")]
    [InlineData("zh", "以前已导入，没有新内容；当时正确 2 行")]
    public async Task Import_FileOfBefore_SaysSo(string language, string expected)
    {
        using var file = new TemporaryFile("phone,tags\n138,vip\n139,\n", "customers.csv");
        string[] arguments = ["contacts", "import", file.Path, "--data", _data, "--lang", language];
        await Shell.RunAsync(arguments);

        var answer = await Shell.RunAsync(arguments);

        Assert.Equal(0, answer.Code);
        Assert.Contains(expected, answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "column", "This is not a day or a time.")]
    [InlineData("zh", "列", "这不是日期或时间。")]
    public async Task Import_BadRows_AreInTheReport(string language, string header, string reason)
    {
        using var file = new TemporaryFile("phone,joined_at\n138,2025-01-01\n139,soon\n", "customers.csv");

        var answer = await RunAsync(file.Path, "--dry-run", "--lang", language);

        Assert.Equal(1, answer.Code);
        var report = await File.ReadAllTextAsync(answer.Json().GetProperty("report").GetString()!);
        Assert.Contains(header, report, StringComparison.Ordinal);
        Assert.Contains(reason, report, StringComparison.Ordinal);
        Assert.Contains("139,soon", report, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_data, "workflows.db")));
    }

    [Fact]
    public async Task DryRun_NoDatabase_MakesNone()
    {
        using var file = new TemporaryFile("phone\n138\n", "customers.csv");

        var answer = await RunAsync(file.Path, "--dry-run", "--lang", "zh");

        Assert.Contains("还没有数据库", answer.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data));
    }

    [Fact]
    public async Task DryRun_DatabaseOfAnOlderVersion_IsLeftAsItIs()
    {
        using var file = new TemporaryFile("phone\n138\n", "customers.csv");
        await File.WriteAllBytesAsync(Database, []);

        var answer = await RunAsync(file.Path, "--dry-run", "--lang", "en");

        Assert.Contains("older version", answer.Error, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(Database).Length);
        Assert.Equal(1, answer.Json().GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task DryRun_FileOfBefore_SaysThatNothingWouldBeWritten()
    {
        using var file = new TemporaryFile("phone\n138\n", "customers.csv");
        await RunAsync(file.Path);

        var answer = await RunAsync(file.Path, "--dry-run", "--lang", "en");

        Assert.Contains("the import would write nothing", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_CorrectedFile_BeginsItsReportAnew()
    {
        using var file = new TemporaryFile("phone,joined_at\n138,soon\n139,later\n", "customers.csv");
        await RunAsync(file.Path, "--lang", "en");
        await File.WriteAllTextAsync(file.Path, "phone,joined_at\n138,2025-01-01\n139,later\n");

        var answer = await RunAsync(file.Path, "--lang", "en");

        var report = await File.ReadAllLinesAsync(answer.Json().GetProperty("report").GetString()!);
        Assert.Equal(2, report.Length);
        Assert.EndsWith("\"139,later\"", report[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NoSuchFile_IsBadInput() =>
        (await Shell.RunAsync("contacts", "import", "nowhere.csv", "--data", _data)).IsBadInput("nowhere.csv");

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task Import_WrongBatch_IsBadInput(int batch)
    {
        using var file = new TemporaryFile("phone\n138\n", "customers.csv");

        var answer = await Shell.RunAsync(
            "contacts",
            "import",
            file.Path,
            "--data",
            _data,
            "--batch",
            batch.ToString(CultureInfo.InvariantCulture)
        );

        answer.IsBadInput("--batch");
    }

    private string Database => Path.Combine(_data, "workflows.db");

    private Task<Shell.Answer> RunAsync(string file, params string[] more) =>
        Shell.RunAsync(["contacts", "import", file, "--data", _data, "--json", .. more]);
}
