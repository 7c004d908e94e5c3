using Workflows.Marketing.Content;

namespace Workflows.Storage.Tests;

/// <summary>The stores of the content library, wherever they are kept.</summary>
internal sealed record ContentRig(
    IContentStore Contents,
    IMediaLibrary Media,
    IPersonaRegister Personas,
    TestDatabase? Database
) : IAsyncDisposable
{
    public static ContentRig InMemory() =>
        new(new MemoryContentStore(), new MemoryMediaLibrary(), new MemoryPersonaRegister(), null);

    public static async Task<ContentRig> OnAsync(StorageKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return new ContentRig(
            database.Get<IContentStore>(),
            database.Get<IMediaLibrary>(),
            database.Get<IPersonaRegister>(),
            database
        );
    }

    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
