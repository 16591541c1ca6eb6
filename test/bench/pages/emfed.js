import 'emfed';
