namespace Neatx.Web.Store;

/// <summary>A job with a result.</summary>
internal sealed class WriteJobOf<T>(Func<StoreSession, T> work) : WriteJob
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _refused;

    public Task<T> Done => _done.Task;

    public override void Run(StoreSession session)
    {
        try
        {
            _result = work(session);
        }
        catch (NeatxException error)
        {
            _refused = error;
        }
    }

    public override void Complete()
    {
        if (_refused is null) _done.SetResult(_result!);
        else _done.SetException(_refused);
    }

    public override void Fail(Exception error) => _done.TrySetException(_refused ?? error);
}
