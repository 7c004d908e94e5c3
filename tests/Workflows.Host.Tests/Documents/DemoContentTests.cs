using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;

namespace Workflows.Host.Tests.Documents;

/// <summary>A demo brings the contents beside its workflows, once: what people make of them stays.</summary>
public sealed class DemoContentTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-demo-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Demo_StartedAgain_LeavesContentsAsTheyAre()
    {
        await using var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Data"] = _data,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Workflows:Library"] = Repository.Root,
                ["Logging:LogLevel:Default"] = "Warning",
            }
        );
        var library = Library.Of(Repository.Root);
        await HostStart.PrepareAsync(application.Services, library, default);
        var contents = application.Services.GetRequiredService<IContentStore>();
        var first = await contents.FindSendableAsync(Tenants.Default, new ContentRef("store-hello"), default);
        await application
            .Services.GetRequiredService<ContentLibrary>()
            .WriteAsync(
                Tenants.Default,
                first!.Item with
                {
                    Name = "我们自己的问候",
                },
                "ann",
                DateTimeOffset.UnixEpoch,
                default
            );

        await HostStart.PrepareAsync(application.Services, library, default);

        Assert.Equal((1, ContentState.Approved), (first.Version, first.State));
        var newest = await contents.FindAsync(Tenants.Default, new ContentRef("store-hello"), default);
        Assert.Equal((2, ContentState.Draft, "我们自己的问候"), (newest!.Version, newest.State, newest.Item.Name));
        var personas = application.Services.GetRequiredService<IPersonaRegister>();
        Assert.NotNull(await personas.FindAsync(Tenants.Default, "store-host", default));
        // Templates are installed by choice, and so are their personas.
        Assert.Null(await personas.FindAsync(Tenants.Default, "founder", default));
    }
}
