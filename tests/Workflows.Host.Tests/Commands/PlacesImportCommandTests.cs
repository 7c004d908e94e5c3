using System.Text.Json;

namespace Workflows.Host.Tests.Commands;

public sealed class PlacesImportCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-data-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Import_MoreGroupsThanABotTakes_KeepsNothing()
    {
        (await ImportAsync(201)).IsBadInput("'g200': the bot 'b'");

        var first = await ImportAsync(200);
        Assert.Equal((0, "1 stores, 0 staff, 200 groups\n"), (first.Code, first.Output));
        Assert.Equal(0, (await ImportAsync(200)).Code);
        (await ImportAsync(1, "more")).IsBadInput("'more0': the bot 'b'");
    }

    private async Task<Shell.Answer> ImportAsync(int groups, string prefix = "g")
    {
        using var file = new TemporaryFile(
            JsonSerializer.Serialize(
                new
                {
                    stores = new[] { new { id = "s", name = "店" } },
                    groups = Enumerable
                        .Range(0, groups)
                        .Select(number => new
                        {
                            id = $"{prefix}{number}",
                            name = "群",
                            botId = "b",
                        }),
                }
            )
        );
        return await Shell.RunAsync("places", "import", file.Path, "--data", _data);
    }
}
