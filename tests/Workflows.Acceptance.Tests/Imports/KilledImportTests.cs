using System.Globalization;
using System.Text;
using Workflows.Storage;

namespace Workflows.Acceptance.Tests.Imports;

/// <summary>An import that is killed while it runs, again and again, ends like one that nobody touched.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Rows = 20_000;
    private const int Kills = 2;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflows-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.Postgres)]
    public async Task Import_KilledAgainAndAgain_EndsWithTheRowsOfAnUnbrokenOne(StorageKind kind)
    {
        var file = WriteOrders();
        await using var unbroken = await ImportedWorkspace.CreateAsync(kind);
        await using var killed = await ImportedWorkspace.CreateAsync(kind);

        var expected = await FinishAsync(unbroken, unbroken.Copy(file));
        var copy = killed.Copy(file);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillWhileItRunsAsync(killed, copy);
        }

        var report = await FinishAsync(killed, copy);

        Assert.Equal(expected, report);
        Assert.Equal(await unbroken.RowsAsync(), await killed.RowsAsync());
    }

    /// <summary>Kills the import somewhere in the batches that follow the next one.</summary>
    private static async Task KillWhileItRunsAsync(ImportedWorkspace workspace, string file)
    {
        var before = await workspace.LineAsync();
        using var import = ImportProcess.Start(file, workspace.Options);
        while (await workspace.LineAsync() == before && !import.HasExited)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        Assert.False(import.HasExited, "The import ended before it could be killed.");
        await import.KillAsync();
        Assert.InRange(await workspace.LineAsync(), before + 1, Rows);
    }

    /// <summary>Runs the import to its end; the same command that went before it.</summary>
    /// <returns>What its report says of bad rows.</returns>
    private static async Task<string> FinishAsync(ImportedWorkspace workspace, string file)
    {
        using var import = ImportProcess.Start(file, workspace.Options);
        var (code, said) = await import.EndAsync();
        Assert.True(code == 1, said);
        return await File.ReadAllTextAsync(file + ".errors.csv");
    }

    // Orders of customers who come back, every hundredth row twice, every thousandth bad.
    private string WriteOrders()
    {
        var text = new StringBuilder("source,id,type,at,phone,data.amount\n");
        for (var row = 0; row < Rows; row++)
        {
            var id = row % 100 == 99 ? row - 1 : row;
            var day = row % 1_000 == 500 ? "soon" : $"2025-03-{(row % 28) + 1:D2}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"shop,p-{id},order.paid,{day},138{row * 7 % 4_001:D8},{row % 90}.50\n"
            );
        }

        var path = Path.Combine(_folder.FullName, "orders.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
